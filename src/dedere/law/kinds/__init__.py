"""The closed list of clause kinds; what a kind means is Python, what States agreed is data."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dedere.law.kinds.accessory_offence import ACCESSORY_OFFENCE
from dedere.law.kinds.channel import CHANNEL
from dedere.law.kinds.clock import CLOCK
from dedere.law.kinds.comity import COMITY
from dedere.law.kinds.competing_requests import COMPETING_REQUESTS
from dedere.law.kinds.complaint import COMPLAINT
from dedere.law.kinds.consents import CONSENTS
from dedere.law.kinds.cost import COST
from dedere.law.kinds.deferral import DEFERRAL
from dedere.law.kinds.documents import DOCUMENTS
from dedere.law.kinds.domicile import DOMICILE
from dedere.law.kinds.dual_criminality import DUAL_CRIMINALITY
from dedere.law.kinds.dual_criminality_off_list import DUAL_CRIMINALITY_OFF_LIST
from dedere.law.kinds.duty import DUTY
from dedere.law.kinds.duty_to_extradite import DUTY_TO_EXTRADITE
from dedere.law.kinds.evidence_standard import EVIDENCE_STANDARD
from dedere.law.kinds.excluded_offence import EXCLUDED_OFFENCE
from dedere.law.kinds.execution import EXECUTION
from dedere.law.kinds.extraditable_offence import EXTRADITABLE_OFFENCE
from dedere.law.kinds.extraterritorial_offence import EXTRATERRITORIAL_OFFENCE
from dedere.law.kinds.finality import FINALITY
from dedere.law.kinds.inchoate_offence import INCHOATE_OFFENCE
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.kinds.lapse_of_time import LAPSE_OF_TIME
from dedere.law.kinds.military_offence import MILITARY_OFFENCE
from dedere.law.kinds.minimum_penalty import MINIMUM_PENALTY
from dedere.law.kinds.minimum_sentence import MINIMUM_SENTENCE
from dedere.law.kinds.nationality import NATIONALITY
from dedere.law.kinds.no_provision import NO_PROVISION
from dedere.law.kinds.own_jurisdiction import OWN_JURISDICTION
from dedere.law.kinds.penalty_barred import PENALTY_BARRED
from dedere.law.kinds.political_offence import POLITICAL_OFFENCE
from dedere.law.kinds.power import POWER
from dedere.law.kinds.prior_judgment import PRIOR_JUDGMENT
from dedere.law.kinds.property import PROPERTY
from dedere.law.kinds.prosecute_instead import PROSECUTE_INSTEAD
from dedere.law.kinds.provisional_arrest import PROVISIONAL_ARREST
from dedere.law.kinds.receiving_state_national import RECEIVING_STATE_NATIONAL
from dedere.law.kinds.reclassification import RECLASSIFICATION
from dedere.law.kinds.refusal_ground import REFUSAL_GROUND
from dedere.law.kinds.remaining_sentence import REMAINING_SENTENCE
from dedere.law.kinds.right import RIGHT
from dedere.law.kinds.rule import RULE
from dedere.law.kinds.simplified_surrender import SIMPLIFIED_SURRENDER
from dedere.law.kinds.slave_status import SLAVE_STATUS
from dedere.law.kinds.speciality import SPECIALITY
from dedere.law.kinds.stay import STAY
from dedere.law.kinds.temporal_scope import TEMPORAL_SCOPE
from dedere.law.kinds.temporary_surrender import TEMPORARY_SURRENDER
from dedere.law.kinds.territory import TERRITORY
from dedere.law.kinds.transit import TRANSIT
from dedere.law.kinds.undertakings import UNDERTAKINGS

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.code: kind
        for kind in (
            DUTY_TO_EXTRADITE,
            EXTRATERRITORIAL_OFFENCE,
            EXTRADITABLE_OFFENCE,
            MINIMUM_PENALTY,
            MINIMUM_SENTENCE,
            DUAL_CRIMINALITY_OFF_LIST,
            ACCESSORY_OFFENCE,
            REMAINING_SENTENCE,
            INCHOATE_OFFENCE,
            EVIDENCE_STANDARD,
            TERRITORY,
            POLITICAL_OFFENCE,
            MILITARY_OFFENCE,
            PRIOR_JUDGMENT,
            COMPLAINT,
            OWN_JURISDICTION,
            SLAVE_STATUS,
            LAPSE_OF_TIME,
            PENALTY_BARRED,
            REFUSAL_GROUND,
            NATIONALITY,
            PROSECUTE_INSTEAD,
            CHANNEL,
            DOCUMENTS,
            PROVISIONAL_ARREST,
            CLOCK,
            DUTY,
            DEFERRAL,
            TEMPORARY_SURRENDER,
            COMPETING_REQUESTS,
            SPECIALITY,
            RECLASSIFICATION,
            SIMPLIFIED_SURRENDER,
            PROPERTY,
            TRANSIT,
            COST,
            TEMPORAL_SCOPE,
            UNDERTAKINGS,
            STAY,
            POWER,
            RIGHT,
            RULE,
            COMITY,
            NO_PROVISION,
            DUAL_CRIMINALITY,
            RECEIVING_STATE_NATIONAL,
            DOMICILE,
            EXCLUDED_OFFENCE,
            CONSENTS,
            FINALITY,
            EXECUTION,
        )
    }
)

__all__ = ["KINDS", "Given", "Kind", "Meaning", "Value"]
