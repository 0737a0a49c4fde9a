"""Where the numbers come from, written out. Most are local procedures that restate national guidance.

They were read in November 2026, mostly by their openings. No number has been confirmed against the text of
Working Together 2026 itself: its address is given so that a practitioner can.
"""

OWN_KNOWLEDGE = "Own knowledge; to be checked by a named practitioner"
OWN_DESIGN = "Kith's own design; to be checked by a named practitioner"

WORKING_TOGETHER = (
    "To be checked against Working Together to Safeguard Children 2026, https://assets.publishing.service.gov.uk/media/"
    "69bb9be99c6ac6540dfd61f1/Working_together_to_safeguard_children_2026.pdf"
)
LEARNING = "Case Study Luke (Local Child Safeguarding Practice Review), Summary of Learning"

BUCKINGHAMSHIRE_DISCUSSIONS = (
    "Buckinghamshire safeguarding children procedures, strategy discussions, "
    "https://www.buckschildrensmapp.co.uk/strategy-discussions/"
)
CENTRAL_BEDFORDSHIRE_VISITS = (
    "Central Bedfordshire children's services procedures, monitoring visits, "
    "https://centralbedfordshirechildcare.proceduresonline.com/p_monitor_visits.html"
)
DEVON_RAPID_REVIEW = (
    "Devon Safeguarding Children Partnership, rapid review process, https://www.devonscp.org.uk/training-and-resources/"
    "child-safeguarding-practice-reviews/rapid-review-process-flowchart/"
)
DONCASTER_SECTION_47 = (
    "Doncaster children's services procedures, section 47 enquiries, "
    "https://doncastercs.trixonline.co.uk/chapter/child-protection-enquiries-section-47"
)
FAMILY_GROUP_MEETINGS = (
    "Children's Wellbeing and Schools Act 2026, section 1, "
    "https://www.legislation.gov.uk/id/ukpga/2026/21/section/1; "
    "commencement by regulations, section 78, https://www.legislation.gov.uk/ukpga/2026/21/section/78/enacted"
)
LINCOLNSHIRE_DISCUSSIONS = (
    "Lincolnshire safeguarding children procedures, strategy discussions, "
    "https://lincolnshirescb.proceduresonline.com/p_strategy_dis.html"
)
LIVERPOOL_PLAN_VISITS = (
    "Liverpool children's services procedures, visits to children supported through a child protection plan, "
    "https://liverpoolcs.trixonline.co.uk/chapter/visits-to-children-supported-through-a-child-protection-plan"
)
LONDON_CONTINUUM = (
    "London continuum of need, http://mastonline.co.uk/referral-guide/"
    "multi-agency-safeguarding-hubs-mash/london-continuum-of-need-brag/"
)
LUTON_HUB = (
    "Luton children's services procedures, multi-agency safeguarding hub, "
    "http://lutonchildcare.proceduresonline.com/p_mash.html"
)
MERTON_HUB = (
    "Merton, guide to the multi-agency safeguarding hub, "
    "https://studylib.net/doc/18436447/multi-agency-safeguarding-hub-guide-for"
)
NATIONAL_PANEL = (
    "Child Safeguarding Practice Review Panel, questions and answers, "
    "https://childsafeguarding.independent-panel.uk/about/faqs/"
)
ENCOMPASS = (
    "Home Office statutory guidance on Operation Encompass, the duty of police to notify education establishments of "
    "domestic abuse incidents, November 2025"
)
NICE_MALTREATMENT = "NICE guideline CG89, child maltreatment, https://nice.org.uk/guidance/cg89/chapter/recommendations"
NORTH_YORKSHIRE_PLANS = (
    "North Yorkshire safeguarding children procedures, managing a child protection plan, "
    "http://www.safeguardingchildren.co.uk/managing-a-child-protection-plan"
)
PARTNERSHIP_SECTION_47 = (
    "A local partnership's child protection section 47 enquiries procedure, https://bscb.procedures.org.uk/ykqhx/"
    "assessing-need-and-providing-help/child-protection-section-47-enquiries-procedure"
)
PRACTICE_STANDARDS = "Practice standards of a children's service, https://docsbay.net/practice-standards"
POLICE_PROTECTION = (
    "Children Act 1989, section 46, as explained at https://www.lexisnexis.co.uk/legal/guidance/"
    "where-the-police-exercise-their-powers-to-accommodate-a-child-in-cases-of-emergency-for-a-period-of-72"
)
CHILD_ASSESSMENT_ORDER = (
    "Children Act 1989, section 43(5), http://www.legislation.gov.uk/ukpga/1989/41/part/V/enacted/data.xht"
)
EMERGENCY_PROTECTION_ORDER = f"Children Act 1989, section 45. {OWN_KNOWLEDGE}"
REFERRAL_PROCESSES = (
    "Loynes, Protecting children: processes from referral to conference (slides), "
    "https://de.slideshare.net/NathanLoynes/protecting-children-processes-from-referral-to-conference"
)
SOUTHWARK_VISITS = (
    "Southwark children's services procedures, monitoring visits, "
    "http://southwark.proceduresonline.com/chapters/p_monitor_visits.htm"
)
SOUTH_TYNESIDE_REVIEWS = (
    "South Tyneside, child safeguarding practice reviews, "
    "https://sts.urbanriver.com/child-safeguarding-practice-reviews-csprs/"
)
SURREY_POLICE = (
    "Surrey Police, in a prevention of future deaths report, https://www.accountabilityindex.uk/pfd/7272526/"
)
TEES_DISCUSSIONS = (
    "Tees safeguarding children procedures, strategy discussion, "
    "https://www.teescpp.org.uk/procedures-for-the-safeguarding-process/6-strategy-discussion"
)
TRAFFORD_REVIEWS = (
    "Trafford, update on child safeguarding practice reviews, 2020, https://www.traffordsafeguardingpartnership.org.uk/"
    "About-us/News/2020/Child-Safeguarding-Practice-Reviews-update.aspx"
)
WALSALL_PLAN_VISITS = (
    "Walsall children's services procedures, social work visits to children on a child protection plan, "
    "https://walsallcs.trixonline.co.uk/chapter/social-work-visits-to-children-subject-to-a-child-protection-plan"
)
WARRINGTON_CONFERENCES = (
    "Warrington, child protection conferences and core groups, https://warringtonsafeguardingpartnerships.org.uk/"
    "p/i-work-or-volunteer-with-children-and-young-people/child-protection-conferences-and-core-groups"
)

GUIDANCE_EDITION = (
    "Working Together 2023 as restated locally, read November 2026; not yet checked against the 2026 edition"
)
LOCAL_EDITION = "A local example, read November 2026; each partnership sets its own"
ACT_EDITION = "As described in the sources read November 2026; not checked against the Act as amended"
OWN_EDITION = "Kith, November 2026"


def together(*sources: str) -> str:
    """Give several sources as one line."""
    return "; ".join(sources)
