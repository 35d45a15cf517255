"""Reports, the rule that each names, and what each says of `it`."""

from datetime import date, datetime, timedelta, timezone
from functools import partial

from apiscribe.runtime.validation import messages

WEST = timezone(timedelta(hours=-8))
LIKE = "it is written like 2012-11-25T12:00:00+01:00"
NOT_LIKE = "is not written like 2012-11-25T12:00:00+01:00"
NONE = "is no date that exists and is written like 2012-11-25T12:00:00+01:00"
SECRET = "hunter2-hunter2"
COLOURS = {"red": "", "green": "of grass", "dark-green": ""}
STATES = {"CA": "California", "NY": "New York"}
PLACES = {"US": "United States", "NL": "Netherlands"}

MESSAGES = [
    (partial(messages.missing, "it"), "required", "is required"),
    (partial(messages.missing, "it", because="`a` is 1"), "required", "is required when `a` is 1"),
    (
        partial(messages.wrong_type, None, "it", expected="text"),
        "type",
        "None cannot be sent: leave the argument out, or give text",
    ),
    (partial(messages.wrong_type, "2", "it", expected="a number"), "type", "'2' is not a number"),
    (
        partial(messages.wrong_type, True, "it", expected="a number"),
        "type",
        "True (of type bool) is not a number",
    ),
    (
        partial(messages.wrong_type, float("nan"), "it", expected="a number"),
        "type",
        "nan is not a number: it is not finite",
    ),
    (
        partial(messages.wrong_type, -float("inf"), "it", expected="a number"),
        "type",
        "-inf is not a number: it is not finite",
    ),
    (
        partial(messages.not_whole, 2**63, "it", expected="a whole number"),
        "type",
        "9223372036854775808 is beyond the whole numbers of 64 bits, "
        "-9223372036854775808 to 9223372036854775807",
    ),
    (
        partial(messages.not_whole, "-" + "9" * 40, "it", expected="a whole number"),
        "type",
        f"'-{'9' * 35}... is beyond the whole numbers of 64 bits, "
        "-9223372036854775808 to 9223372036854775807",
    ),
    (
        partial(messages.not_whole, 10**5000, "it", expected="a whole number", secret=True),
        "type",
        "the value given is beyond the whole numbers of 64 bits, "
        "-9223372036854775808 to 9223372036854775807",
    ),
    (
        partial(messages.not_whole, "9" * 19, "it", expected="a whole number"),
        "type",
        f"'{'9' * 19}' is not a whole number",
    ),
    (
        partial(messages.not_whole, 2.0, "it", expected="an id"),
        "type",
        "2.0 (of type float) is not an id",
    ),
    (
        partial(messages.wrong_type, 1.5, "it", expected="a whole number"),
        "type",
        "1.5 (of type float) is not a whole number",
    ),
    (
        partial(messages.wrong_type, [SECRET], "it", expected="text", secret=True),
        "type",
        "the value given (of type list) is not text",
    ),
    (
        partial(messages.unencodable, "a\0\ud800", "it"),
        "characters",
        "holds a NUL character, which cannot be sent",
    ),
    (
        partial(messages.unencodable, "a\ud800", "it"),
        "characters",
        "holds half of a surrogate pair, which cannot be sent",
    ),
    (
        partial(messages.bad_choice, "gren", "it", choices=COLOURS),
        "choices",
        "'gren' is not one of 'red', 'green' (of grass), 'dark-green'; did you mean 'green'?",
    ),
    (
        partial(messages.bad_choice, "blue", "it", choices={"red": ""}),
        "choices",
        "'blue' is not one of 'red'",
    ),
    (
        partial(messages.bad_choice, 12, "it", choices={1: "live", 2: ""}),
        "choices",
        "12 is not one of 1 (live), 2",
    ),
    (
        partial(messages.bad_choice, "gren", "it", choices=COLOURS, secret=True),
        "choices",
        "the value given is not one of 'red', 'green' (of grass), 'dark-green'",
    ),
    (
        partial(messages.not_listed, "ca", "it", lists={"states": STATES}),
        "list",
        "'ca' is not an id of the list of states (2), as it has to be; "
        "did you mean 'CA' (California)?",
    ),
    (
        partial(messages.not_listed, "new york", "it", lists={"states": STATES, "places": PLACES}),
        "list",
        "'new york' is not an id of the list of states (2) or places (2), as it has to be; "
        "did you mean 'NY' (New York)?",
    ),
    (
        partial(messages.not_listed, "?", "it", lists={"states": STATES}, because="`a` is 1"),
        "list",
        "'?' is not an id of the list of states (2), as it has to be when `a` is 1",
    ),
    (
        partial(messages.not_listed, "ca", "it", lists={"states": STATES}, secret=True),
        "list",
        "the value given is not an id of the list of states (2), as it has to be",
    ),
    (
        partial(messages.bad_characters, "a b", "it", allowed="a-z"),
        "characters",
        "only the characters [a-z] are allowed in 'a b'",
    ),
    (
        partial(messages.bad_characters, SECRET, "it", allowed="a-z", secret=True),
        "characters",
        "only the characters [a-z] are allowed",
    ),
    (partial(messages.bad_pattern, "a", "it", pattern="b+"), "pattern", "'a' does not match b+"),
    (
        partial(messages.bad_pattern, SECRET, "it", pattern="b+", secret=True),
        "pattern",
        "the value given does not match b+",
    ),
    (partial(messages.too_short, "", "it", least=1), "min_length", "must not be empty"),
    (
        partial(messages.too_short, "ab", "it", least=3),
        "min_length",
        "'ab' has 2 characters; at least 3 are needed",
    ),
    (
        partial(messages.too_short, SECRET, "it", least=30, secret=True),
        "min_length",
        "the value given has 15 characters; at least 30 are needed",
    ),
    (
        partial(messages.too_long, "abc", "it", most=2),
        "max_length",
        "'abc' has 3 characters; at most 2 are allowed",
    ),
    (
        partial(messages.too_long, SECRET, "it", most=2, secret=True),
        "max_length",
        "the value given has 15 characters; at most 2 are allowed",
    ),
    (
        partial(messages.too_many_words, "李小龍", "it", words=3, most=2),
        "max_chinese_words",
        "'李小龍' has 3 Chinese words; at most 2 are allowed",
    ),
    (
        partial(messages.too_many_words, "李小龍", "it", words=3, most=2, secret=True),
        "max_chinese_words",
        "the value given has 3 Chinese words; at most 2 are allowed",
    ),
    (
        partial(messages.not_an_email, "a", "it"),
        "email",
        "'a' is not an e-mail address such as name@example.com",
    ),
    (
        partial(messages.not_an_email, SECRET, "it", secret=True),
        "email",
        "the value given is not an e-mail address such as name@example.com",
    ),
    (
        partial(messages.too_small, 0, "it", least=1),
        "minimum",
        "0 is less than 1, the least allowed",
    ),
    (
        partial(messages.too_small, 0, "it", least=1, because="`a` is 1"),
        "minimum",
        "0 is less than 1, the least allowed when `a` is 1",
    ),
    (
        partial(messages.too_small, 7777, "it", least=9999, secret=True),
        "minimum",
        "the value given is less than 9999, the least allowed",
    ),
    (partial(messages.too_large, 9, "it", most=3), "maximum", "9 is more than 3, the most allowed"),
    (
        partial(messages.too_large, 9, "it", most=3, because="`a` is 1"),
        "maximum",
        "9 is more than 3, the most allowed when `a` is 1",
    ),
    (
        partial(messages.too_large, 7777, "it", most=3, secret=True),
        "maximum",
        "the value given is more than 3, the most allowed",
    ),
    (
        partial(messages.too_few_items, [], "it", least=1),
        "min_items",
        "has 0 items; at least 1 are needed",
    ),
    (
        partial(messages.too_many_items, [1, 2], "it", most=1),
        "max_items",
        "has 2 items; at most 1 are allowed",
    ),
    (
        partial(messages.separator_inside, "it", separator=","),
        "csv",
        "holds a comma, which would make two items of it",
    ),
    (partial(messages.repeated_item, "a", "it"), "unique", "'a' stands in it more than once"),
    (
        partial(messages.repeated_item, SECRET, "it", secret=True),
        "unique",
        "the value given stands in it more than once",
    ),
    (
        partial(messages.bad_digits, "12", "it", length=3),
        "digits",
        "'12' is not a number of exactly 3 digits",
    ),
    (
        partial(messages.bad_digits, SECRET, "it", length=3, secret=True),
        "digits",
        "the value given is not a number of exactly 3 digits",
    ),
    (
        partial(messages.bad_date, "x", "it", formats=("date", "utc", "date_unpadded")),
        "date",
        "'x' is no date that exists and is written like 2012-11-25 or 2012-11-25T12:00:00Z",
    ),
    *(
        (partial(messages.bad_date, value, "it", formats=(form,)), "date", message)
        for form, value, message in (
            ("rfc3339", "2020-01-01", f"'2020-01-01' has no time; {LIKE}"),
            ("rfc3339", "2030-01-01T00:00:00", f"'2030-01-01T00:00:00' has no time zone; {LIKE}"),
            (
                "rfc3339",
                "2030-01-01T00:00:00.5",
                f"'2030-01-01T00:00:00.5' has no time zone; {LIKE}",
            ),
            ("rfc3339", "2030-01-01 00:00:00", f"'2030-01-01 00:00:00' {NOT_LIKE}"),
            ("rfc3339", "2030-01-01T00:00Z", f"'2030-01-01T00:00Z' {NOT_LIKE}"),
            ("rfc3339", "2030-01-01T00", f"'2030-01-01T00' {NOT_LIKE}"),
            ("rfc3339", 1353844800, f"1353844800 {NOT_LIKE}"),
            ("rfc3339", "2030-02-30", f"'2030-02-30' {NONE}"),
            ("rfc3339", "2030-02-30T00:00:00", f"'2030-02-30T00:00:00' {NONE}"),
            ("rfc3339", "2030-01-01T25:00:00Z", f"'2030-01-01T25:00:00Z' {NONE}"),
            ("rfc3339", None, f"None {NONE}"),
            (
                "utc",
                "2020-01-01",
                "'2020-01-01' has no time; it is written like 2012-11-25T12:00:00Z",
            ),
            ("date", "2020-1-1", "'2020-1-1' is not written like 2012-11-25"),
            ("date", "2020-01-01T00:00:00", "'2020-01-01T00:00:00' is not written like 2012-11-25"),
            (
                "%d.%m.%Y %H:%M",
                "1.1.2020",
                "'1.1.2020' is no date that exists and is written like 25.11.2012 21:05",
            ),
            (
                "%d.%m.%Y %H:%M",
                "01.01.2020",
                "'01.01.2020' has no time; it is written like 25.11.2012 21:05",
            ),
            (
                "%d.%m.%Y %H:%M %z",
                "01.01.2020 09:30",
                "'01.01.2020 09:30' has no time zone; it is written like 25.11.2012 21:05 +0000",
            ),
            (
                "unix_seconds",
                "1353844800",
                "'1353844800' is text; a number is needed, such as 1353844800",
            ),
            (
                "unix_seconds",
                10**12,
                "1000000000000 is no date that exists and is written like 1353844800",
            ),
        )
    ),
    (
        partial(messages.bad_date, "2020-01-01", "it", formats=("rfc3339",), secret=True),
        "date",
        f"the value given has no time; {LIKE}",
    ),
    (
        partial(messages.bad_date, "2020-01-01", "it", formats=("us_minutes", "rfc3339")),
        "date",
        "'2020-01-01' has no time; it is written like 11/25/2012 09:05 pm or "
        "2012-11-25T12:00:00+01:00",
    ),
    (
        partial(messages.bad_date, datetime(2013, 1, 2, 3), "it", formats=("utc",)),
        "date",
        "2013-01-02T03:00:00 has no time zone: give it one, such as tzinfo=UTC",
    ),
    (
        partial(messages.bad_date, date(2013, 1, 2), "it", formats=("utc_unpadded",)),
        "date",
        "2013-01-02 is a day; a moment is needed, such as 2012-11-25T12:00:00Z",
    ),
    (
        partial(messages.bad_date, date(2013, 1, 2), "it", formats=("us_minutes",), secret=True),
        "date",
        "the value given is no date that exists and is written like 11/25/2012 09:05 pm",
    ),
    (
        partial(messages.bad_date, datetime(9999, 12, 31, 23, tzinfo=WEST), "it", formats=("utc",)),
        "date",
        "9999-12-31T23:00:00-08:00 is outside of the years 1 to 9999 in UTC",
    ),
    (partial(messages.bad_file, "it", message="is torn"), "file", "is torn"),
    (partial(messages.bad_media_type, "it", message="is GIF"), "media_type", "is GIF"),
    (
        partial(messages.ignored, "it", because="`a` is 1"),
        "ignored_when",
        "has no effect when `a` is 1",
    ),
    (
        partial(messages.not_applicable, "it", unless="`a` is 1"),
        "applies_when",
        "has an effect only when `a` is 1",
    ),
    (partial(messages.out_of_order, "first", "it"), "ordered", "must not be before `first`"),
    (
        partial(messages.none_given, ("it", "b", "c")),
        "one_of_required",
        "one of `it`, `b` and `c` is required",
    ),
    (
        partial(messages.several_given, ("a", "b", "it")),
        "exclusive",
        "only one of `a`, `b` and `it` can be given",
    ),
    (
        partial(messages.several_given, ("a", "it", "b"), given=(True, True, False)),
        "exclusive",
        "only one of `a`, `it` and `b` can be given",
    ),
]
