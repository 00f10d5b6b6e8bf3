//! How far to trust the results, and where the figures come from: the same words wherever they stand.

/// What must stand wherever figures from the O*NET Database do.
pub const ATTRIBUTION: &str = "This product includes information from the O*NET Database by the U.S. Department of \
                               Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 \
                               license. O*NET® is a trademark of USDOL/ETA. careerfit has modified all or some of \
                               this information. USDOL/ETA has not approved, endorsed, or tested these modifications.";

/// The sources with their versions and years.
pub const SOURCES: [&str; 3] = [
    "Versions: interests, skills, subjects and work styles from an O*NET 30 release of February 2026 (its exact number \
     is not on record); job zones and related careers from O*NET 29.3; work context from O*NET 29.2.",
    "Pay: Occupational Employment and Wage Statistics, May 2025. Outlook, schooling and training: Employment \
     Projections 2024-2034. Both U.S. Bureau of Labor Statistics, for the United States, public domain.",
    "Codes for job sites elsewhere (ISCO-08): the official ESCO-O*NET crosswalk of September 2022, and for careers that it \
     lacks a chain of public crosswalks (which ones is not on record).",
];

/// What must stand wherever names from ESCO do.
pub const NAMES: &str = "This product uses the ESCO classification of the European Commission (v1.1, reused under \
                         Decision 2011/833/EU): names of occupations in twenty languages, by which careers are found. \
                         Labels were selected and changed. English names that are only searched are alternate and \
                         reported titles from O*NET 29.3.";

/// How far to trust a report.
pub const TRUST: [&str; 5] = [
    "This is for exploring. Interests and satisfaction at work go together only weakly (about .2 in published studies): \
     use the list to look closer, talk to people and try things, not as a verdict.",
    "An exact rank is mostly noise. The bands, and the ranks between which a career would most likely land with \
     other questions, say more. Those ranks are simulated: eight of ten sets of other questions, drawn from your answers, land \
     between them.",
    "Fit runs from -100 to 100 and fades as evidence does, so few answers make small numbers. The edges of the bands \
     are set from simulated people, who compare designs and predict nobody's life.",
    "Skills are your own estimate, which agrees with tests only loosely (about .3); \"never had the chance\" counts \
     neither for nor against anything.",
    "Ratings, pay, outlook and usual training describe the United States; elsewhere they may differ.",
];
