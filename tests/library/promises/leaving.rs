//! Ways out of a field: careers that use what one has, and careers further away.

use crate::support::{answers, like, matcher, outcome};
use careerfit::fit::{Leaving, compute_likeness, find_surprises, find_ways_out};
use careerfit::model::{Answers, Band, CareerId, Objection, Reaction};
use std::collections::BTreeSet;

const NURSE: &str = "29-1141.00";

fn place(id: &str) -> CareerId {
    matcher().dataset.catalogue.find(id).expect("a shipped career")
}

fn ways_out(id: &str) -> Leaving {
    find_ways_out(&matcher(), &outcome(&answers(like(id))), place(id), 40)
}

#[test]
fn no_way_out_of_a_field_leads_back_into_it() {
    let matcher = matcher();
    let family = |career: CareerId| matcher.dataset.catalogue.get(career).family;
    let found = ways_out(NURSE);
    assert_eq!((found.uses.len(), found.further.len()), (40, 40));
    for way in found.uses.iter().chain(&found.further) {
        assert_ne!(family(way.fit.career), family(place(NURSE)));
    }
}

#[test]
fn the_two_ways_out_share_no_career_and_the_first_uses_something_that_one_brings() {
    let catalogue = &matcher().dataset.catalogue;
    for id in [NURSE, "13-2011.00", "47-2031.00"] {
        let Leaving { uses, further } = ways_out(id);
        let first: BTreeSet<CareerId> = uses.iter().map(|way| way.fit.career).collect();
        assert!(further.iter().all(|way| !first.contains(&way.fit.career)));
        assert!(uses.iter().all(|way| !way.brings.is_empty()));
        let mut both = uses.iter().chain(&further);
        assert!(both.all(|way| !catalogue.get(way.fit.career).is_later_step()));
    }
}

#[test]
fn a_near_twin_of_the_present_job_is_not_further_away() {
    let matcher = matcher();
    for id in [NURSE, "13-2011.00", "47-2031.00", "25-2021.00", "15-1252.00"] {
        let present = place(id);
        let found = ways_out(id);
        for way in &found.further {
            let alike = compute_likeness(matcher.whitening(), present, way.fit.career);
            assert!(alike < 0.6, "{} is {alike} alike", matcher.dataset.catalogue.get(way.fit.career).title);
        }
    }
}

#[test]
fn what_one_brings_was_answered_high_or_is_part_of_the_job_and_what_one_learns_is_neither() {
    let matcher = matcher();
    let outcome = outcome(&answers(like(NURSE)));
    let here = matcher.standardize(place(NURSE));
    for way in &ways_out(NURSE).uses {
        for scale in &way.brings {
            let own = outcome.own[*scale];
            assert!(own.is_some_and(|own| own >= 4.0) || own.is_none() && here[*scale] >= 1.0);
        }
        assert!(way.brings.iter().all(|scale| !way.learns.contains(scale)));
        assert!(way.brings.len() <= 3 && way.learns.len() <= 3);
    }
}

#[test]
fn a_surprise_fits_well_and_is_of_a_family_that_the_first_ten_do_not_have() {
    let matcher = matcher();
    let mut named = 0;
    for id in [NURSE, "27-1024.00", "19-2031.00", "53-3032.00"] {
        let outcome = outcome(&answers(like(id)));
        let found = find_surprises(&matcher, &outcome, &Answers::default()).len();
        assert!(found == 0 || found == 2, "two or none: {found}");
        named += found;

        let family = |career: CareerId| matcher.dataset.catalogue.get(career).family;
        let mut seen: BTreeSet<u16> = outcome.fits.iter().take(10).map(|fit| family(fit.career)).collect();
        for surprise in find_surprises(&matcher, &outcome, &Answers::default()) {
            let career = matcher.dataset.catalogue.get(surprise.fit.career);
            assert!(seen.insert(career.family), "{} is of a family seen before", career.title);
            assert!(matches!(surprise.fit.band, Band::Strong | Band::Good | Band::WorthALook), "{}", career.title);
            assert!((11..=60).contains(&surprise.fit.rank), "{} is at place {}", career.title, surprise.fit.rank);
            assert!(!career.is_later_step(), "{} is reached from other careers", career.title);
        }
    }
    assert!(named > 0, "nobody here is surprised, so this shows nothing");
}

#[test]
fn nobody_is_surprised_by_a_career_whose_card_they_have_answered() {
    let (matcher, mut given) = (matcher(), answers(like("53-3032.00")));
    let found = outcome(&given);
    let surprised: Vec<CareerId> = find_surprises(&matcher, &found, &given).iter().map(|one| one.fit.career).collect();
    assert_eq!(surprised.len(), 2, "nobody here is surprised, so this shows nothing");

    let id = |career: CareerId| matcher.dataset.catalogue.get(career).id.clone();
    for said in [Reaction::ForMe, Reaction::Maybe, Reaction::NotForMe(Some(Objection::Pay))] {
        given.set_reaction(&id(surprised[0]), said);
        let then = find_surprises(&matcher, &found, &given);
        assert!(then.iter().all(|one| one.fit.career != surprised[0]), "{said:?}");
    }
    given.set_reaction(&id(surprised[0]), Reaction::Skipped);
    assert!(
        find_surprises(&matcher, &found, &given).iter().any(|one| one.fit.career == surprised[0]),
        "it was passed over"
    );
}
