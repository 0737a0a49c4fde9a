"""The body as a plain list to choose from, in four groups from head to foot. Left and right are asked apart."""

from kith.vocabulary import Region

GROUPS: tuple[tuple[str, tuple[Region, ...]], ...] = (
    ("Head, face and neck", (
        Region.SCALP_FRONT, Region.SCALP_TOP, Region.SCALP_SIDE, Region.SCALP_BACK, Region.FOREHEAD, Region.EYEBROW,
        Region.EYELID, Region.ROUND_EYE, Region.WHITE_OF_EYE, Region.NOSE, Region.CHEEKBONE, Region.CHEEK,
        Region.JAW_ANGLE, Region.CHIN, Region.LIP, Region.FRENULUM, Region.MOUTH_INSIDE, Region.EAR,
        Region.HEAD_UNSPECIFIED, Region.NECK,
    )),
    ("Trunk", (
        Region.CHEST, Region.ABDOMEN, Region.BACK, Region.FLANK, Region.HIP, Region.BUTTOCK, Region.GENITAL_OR_ANAL,
    )),
    ("Arms", (
        Region.SHOULDER, Region.UPPER_ARM, Region.ELBOW, Region.FOREARM, Region.WRIST, Region.HAND,
    )),
    ("Legs", (Region.THIGH, Region.KNEE, Region.SHIN, Region.ANKLE, Region.FOOT)),
)  # fmt: skip
