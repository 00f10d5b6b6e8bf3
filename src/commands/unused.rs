//! Options before a subcommand that mean nothing to it are an error, not passed over.

use crate::cli::{Cli, Command, Sessions};
use anyhow::{Result, bail};

/// What a subcommand has a use for.
#[expect(clippy::struct_excessive_bools, reason = "each is a group of options of its own")]
struct Uses {
    questions: bool,
    careers: bool,
    settings: bool,
    walk: bool,
}

/// Refuses an option in front of a subcommand that has no use for it.
pub fn refuse(cli: &Cli) -> Result<()> {
    let Some(command) = &cli.command else { return Ok(()) };

    let uses = find_uses(command);
    let (walk, look) = (&cli.walk, &cli.look);
    let given = [
        ("--version", cli.version, false),
        ("--questionnaire", cli.data.questions.questionnaire.is_some(), uses.questions),
        ("--catalogue", cli.data.careers.catalogue.is_some(), uses.careers),
        ("--add-catalogue", cli.data.careers.add_catalogue.is_some(), uses.careers),
        ("--config", cli.settings.config.is_some(), uses.settings),
        ("--no-config", cli.settings.no_config, uses.settings),
        ("--length", walk.length.is_some(), uses.walk),
        ("--choose-length", walk.choose_length, uses.walk),
        ("--session", walk.session.is_some(), uses.walk),
        ("--new", walk.new, uses.walk),
        ("--theme", look.theme.is_some(), false),
        ("--ascii", look.ascii, false),
        ("--no-ascii", look.no_ascii, false),
        ("--mouse", look.mouse, false),
        ("--no-mouse", look.no_mouse, false),
    ];

    match given.iter().find(|(_, is_given, is_used)| *is_given && !is_used) {
        Some((name, ..)) => bail!("{name} means nothing to this command; leave it out"),
        None => Ok(()),
    }
}

fn find_uses(command: &Command) -> Uses {
    let none = Uses { questions: false, careers: false, settings: false, walk: false };
    let data = Uses { questions: true, careers: true, ..none };

    match command {
        Command::Plain { .. } | Command::Take(_) => Uses { settings: true, walk: true, ..data },
        Command::Config { .. } => Uses { settings: true, ..none },
        Command::Questions { .. } => Uses { questions: true, ..none },
        Command::Career { .. } => Uses { careers: true, ..none },
        Command::Score(_)
        | Command::Explain(_)
        | Command::Audit(_)
        | Command::Sessions(Sessions::Show { .. } | Sessions::Compare(_) | Sessions::Export(_)) => data,
        Command::Sessions(_)
        | Command::New { .. }
        | Command::Check { .. }
        | Command::Schema { .. }
        | Command::Completions { .. }
        | Command::Man { .. }
        | Command::Import(_) => none,
    }
}
