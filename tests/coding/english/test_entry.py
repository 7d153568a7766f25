"""The shipped pipeline is read by spaCy alone, where truceline is installed."""

import subprocess
import sys

from truceline.coding import english


def test_spacy_reads_the_shipped_pipeline_by_itself() -> None:
    script = (
        "import sys, spacy; nlp = spacy.load(sys.argv[1])\n"
        "names = nlp('Reuters said that Kharkiv was quiet.').ents\n"
        "assert [name.text for name in names] == ['Reuters', 'Kharkiv'], names\n"
    )
    subprocess.run([sys.executable, "-c", script, str(english.SHIPPED)], check=True)
