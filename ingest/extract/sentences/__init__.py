"""Read roles that running sentences state: `由区教育局牵头，区人社局配合`, `县财政局会同县编办制定…`.

Only sentences with a cue word are cut into words. The units found are masked by one sign each, so that the
grammar is a handful of short patterns over units, adverbs and verbs.
"""

from ingest.extract.sentences.claims import may_state_roles, sentence_claims
from ingest.extract.sentences.grammar import UNIT
from ingest.extract.sentences.mask import Masked, mask

__all__ = ["UNIT", "Masked", "mask", "may_state_roles", "sentence_claims"]
