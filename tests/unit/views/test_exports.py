"""What packages export, and from where they have it."""

from apiscribe.views.clients.flavors import AWAITING, BLOCKING
from apiscribe.views.exports import models_package, package_init, resources_package
from tests.unit.specs import compiled

API = compiled()


def named(package):
    return {name: home.module for home in package.homes for name in home.names}


def test_the_package_exports_clients_and_error_root():
    view = package_init(API)

    homes = named(view.exports)
    assert view.client == "AviaryClient"
    assert homes["AviaryClient"] == f"{API.package}.client"
    assert homes["AsyncAviaryClient"] == f"{API.package}.async_client"
    assert homes["AviaryError"] == f"{API.package}.errors"
    assert homes["UNSET"] == "msgspec"
    assert view.exports.unlisted == ("AsyncAviaryClient",)


def test_webhooks_are_exported_where_there_are_any():
    assert "webhooks" not in package_init(API).exports.modules
    assert "errors" in package_init(API).exports.modules


def test_a_spec_that_names_no_release_has_one():
    assert package_init(API).version == "'0.0.0'"


def test_models_are_exported_from_the_file_that_declares_them():
    package = models_package(API)

    assert named(package)["Bird"] == f"{API.package}.models.common"
    assert package.modules == ("common",)


def test_resources_are_exported_typed_and_raw():
    blocking, awaiting = (resources_package(API, each) for each in (BLOCKING, AWAITING))

    assert named(blocking) == {
        "BirdResource": f"{API.package}.resources.bird",
        "BirdResourceRaw": f"{API.package}.resources.bird",
    }
    assert set(named(awaiting)) == {"AsyncBirdResource", "AsyncBirdResourceRaw"}
