"""How long does it take to fold a case's lines and to assess it, with its reasons?"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from benchmarks.rows import OURS, Row, main, seconds_of, spread
from benchmarks.story import lines_of_a_long_case
from dedere.docket.asked import casefile
from dedere.docket.case import fold
from dedere.law.assess import assess
from dedere.law.casefile import CaseFile
from dedere.law.library import library
from dedere.law.readcase import case_files, read_cases

CASES = case_files(Path(__file__).parents[1] / "tests" / "cases")


def measure(quick: bool) -> Iterable[Row]:
    """Time folding, assessing, and both; each run reads every reason of every finding."""
    times = 300 if quick else 3000
    laws, lines = library(), lines_of_a_long_case()
    files = [case for path in CASES for case, _ in read_cases(path)]
    cold = sorted(seconds_of(partial(assess, file, laws), 1)[0] for file in files)
    yield from spread(
        f"assess each of {len(files)} case files, the first time", OURS, cold, "ms", 1e3, 0.5, 0.99
    )
    case = fold("MX-2025-0001", lines)
    on = lines[-1].occurred_at.date()
    track = case.tracks[0]

    def findings(file: CaseFile) -> int:
        return sum(len(charge.findings) for charge in assess(file, laws).charges)

    def in_words(file: CaseFile) -> int:
        return sum(
            len(found.reasons)
            for charge in assess(file, laws, explained="en").charges
            for found in charge.findings
        )

    def fold_and_assess() -> int:
        return findings(casefile(fold("MX-2025-0001", lines), track, on))

    asked = casefile(case, track, on)
    assert fold_and_assess() == findings(asked) > 0
    runs = seconds_of(lambda: fold("MX-2025-0001", lines), times)
    yield from spread(f"fold one case of {len(lines)} lines", OURS, runs, "ms", 1e3, 0.5, 0.99)
    runs = seconds_of(fold_and_assess, times)
    yield from spread("fold and assess it, with what each unknown needs", OURS, runs, "ms", 1e3, 0.5, 0.99)
    runs = seconds_of(partial(in_words, asked), times // 3)
    yield from spread("assess it and put every reason in words", OURS, runs, "ms", 1e3, 0.5, 0.99)
    each = sorted(second for file in files for second in seconds_of(partial(findings, file), times // 30))
    yield from spread("assess each of them again", OURS, each, "ms", 1e3, 0.5, 0.99)


if __name__ == "__main__":
    main(measure, __doc__ or "")
