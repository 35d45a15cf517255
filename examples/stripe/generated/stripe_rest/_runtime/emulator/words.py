"""Words of our own, of which plausible texts are made."""

from __future__ import annotations

from collections.abc import Mapping

_GIVEN = """
    Ada Aisha Akira Amara Anil Beatriz Bruno Carla Chen Daniel Divya Elena Emil Fatima Felix Grace
    Hanna Hiro Ines Ivan Jamal Jana Jonas Kofi Lea Liam Lina Mateo Maya Mei Milan Nadia Noah Nora
    Olga Omar Paula Priya Rafael Rosa Samir Sara Sofia Tariq Tomas Uma Viktor Wei Yara Zoe
"""
_FAMILY = """
    Adeyemi Almeida Andersson Bauer Becker Costa Demir Diallo Dubois Eriksen Farkas Fischer Garcia
    Haddad Hansen Horvat Ito Ivanov Jansen Kaya Khan Kim Kowalski Kumar Larsen Lopez Mbeki Moreau
    Nakamura Nguyen Novak Okafor Olsen Park Patel Petrov Ricci Rossi Sato Schmidt Silva Singh
    Suzuki Tanaka Torres Varga Weber Wang Yilmaz Zhang
"""
_ABOUT = """
    Budget Catalogue Customer Delivery Design Garden Harbour Hiring Launch Library Museum Orchard
    Packaging Partner Prototype Quality Release Roadmap Safety Security Supplier Support Survey
    Training Transport Warehouse
"""
_FORMS = """
    check-in demo kick-off planning preview retrospective review stand-up summary walk-through
"""
_PLACES = "Central East Night North South West"
_TEAMS = """
    Accounts Design Engineering Facilities Field Legal Logistics Marketing People Research Sales
    Support
"""
_FIRMS = "Alder Beacon Cobalt Dune Ember Fjord Grove Heron Iris Juniper Kestrel Larch Maple"
_TRADES = "Bakeries Boats Books Bridges Clocks Gardens Instruments Kitchens Lamps Maps Tools"
_CITIES = """
    Accra Bergen Bogota Coimbra Dakar Ghent Graz Hanoi Izmir Jaipur Kyoto Lyon Malmo Nairobi Ottawa
    Porto Quito Riga Sofia Tampere Utrecht Valencia
"""
_DONE = "Please read,Please send,Somebody has to test,I will finish,Let us share,Let us try"
_TO = "it,that,the draft,the list,the next part,the notes,the numbers,the plan"

WORDS: Mapping[str, tuple[list[str], ...]] = {
    "given_name": (_GIVEN.split(),),
    "family_name": (_FAMILY.split(),),
    "topic": (_ABOUT.split(), _FORMS.split()),
    "team": (_PLACES.split(), _TEAMS.split()),
    "company": (_FIRMS.split(), _TRADES.split()),
    "city": (_CITIES.split(),),
    "sentence": (_DONE.split(","), _TO.split(",")),
}
"""Kind -> lists, of each of which a text has one."""
