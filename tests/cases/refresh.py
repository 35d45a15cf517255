"""Accept what the generator makes of the cases: `python -m tests.cases.refresh`.

Read the diff afterwards; `make goldens` does the same.
"""

from __future__ import annotations

import shutil

from tests.cases.casebook import BadCase, GoodCase, bad_cases, good_cases


def refresh_problems(case: BadCase) -> None:
    case.problems_file.write_bytes(case.problems().encode())


def refresh_output(case: GoodCase) -> None:
    made = case.generated()
    if case.output.exists():
        shutil.rmtree(case.output)
    for path, content in made.items():
        target = case.output / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


if __name__ == "__main__":
    for bad in bad_cases():
        refresh_problems(bad)
    for good in good_cases():
        refresh_output(good)
