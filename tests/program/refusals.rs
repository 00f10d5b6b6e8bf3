//! What is refused on the command line says what was meant and what to do.

use crate::run::{Home, session, somebody};

fn with_anna() -> Home {
    let home = Home::new();
    home.write(".local/share/careerfit/sessions/anna.toml", session("anna", &somebody()));
    home
}

#[test]
fn of_several_careers_none_is_chosen_without_a_word() {
    let home = with_anna();
    let choice = "Several careers share that word. Which one do you mean?";
    for (words, said) in
        [("manager", choice), ("x", "One letter fits many careers."), ("xqzjvw", "No career here is called")]
    {
        assert!(
            (home.run(&["career", words], "").out + &home.run(&["career", words], "").err).contains(said),
            "{words}"
        );

        let explained = home.run(&["explain", "anna", words], "");
        assert_eq!((explained.code, explained.out.as_str()), (2, ""), "{words}");
        assert!(explained.err.contains(said), "{words}: {}", explained.err);

        let toml = home.run(&["career", words, "--format", "toml"], "");
        assert!(toml.code != 0 && toml.out.is_empty() && toml.err.contains(said), "{words}: {}{}", toml.out, toml.err);
    }

    let explained = home.run(&["explain", "anna", "manager"], "");
    assert!(explained.err.contains("Operations Manager (11-1021.00); "), "they are offered: {}", explained.err);

    let json = home.run(&["career", "manager", "--format", "json"], "").out;
    assert!(json.contains("\"career\":{"), "the first of them, as is documented: {json}");
}
