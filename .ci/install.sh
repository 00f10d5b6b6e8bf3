#!/bin/sh
# Installs careerfit from an archive of a release, for one person: no root, no change to a shell's settings.
#   sh install.sh [VERSION]
# CAREERFIT_FROM  where the archives lie, instead of the release's own address
# CAREERFIT_TO    the folder that gets bin/ and share/, ~/.local if nothing is said
set -eu
version=${1:-@VERSION@}
from=${CAREERFIT_FROM:-@HOME@/releases/download/v$version}
to=${CAREERFIT_TO:-$HOME/.local}

case $(uname -s) in
Linux) system=unknown-linux-gnu ;;
Darwin) system=apple-darwin ;;
*) echo "error: there is no archive for $(uname -s); build it with cargo, or use install.ps1 on Windows" >&2 && exit 1 ;;
esac
# an archive for Linux is built for glibc
if [ "$system" = unknown-linux-gnu ]; then
    case $(ldd --version 2>&1) in
    *musl*) echo "error: there is no archive for musl; build it with cargo: cargo install careerfit --locked" >&2 && exit 1 ;;
    esac
fi
case $(uname -m) in
x86_64 | amd64) machine=x86_64 ;;
aarch64 | arm64) machine=aarch64 ;;
*) echo "error: there is no archive for $(uname -m); build it with cargo" >&2 && exit 1 ;;
esac
name=careerfit-$version-$machine-$system

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in "$name.tar.gz" "$name.tar.gz.sha256"; do
    curl -fsSL --retry 3 -o "$work/$file" "$from/$file" || { echo "error: cannot fetch $from/$file" >&2 && exit 1; }
done
sum=sha256sum
command -v sha256sum > /dev/null || sum="shasum -a 256"
(cd "$work" && $sum -c "$name.tar.gz.sha256" > /dev/null 2>&1) || { echo "error: the archive is not the one that was released; nothing is installed" >&2 && exit 1; }
tar -C "$work" -xzf "$work/$name.tar.gz"

mkdir -p "$to/bin" "$to/share/man/man1" "$to/share/bash-completion/completions" "$to/share/zsh/site-functions" \
    "$to/share/fish/vendor_completions.d" "$to/share/doc/careerfit"
cp "$work/$name/careerfit" "$to/bin/careerfit.new"
chmod 755 "$to/bin/careerfit.new"
mv "$to/bin/careerfit.new" "$to/bin/careerfit"
cp "$work/$name"/man/*.1 "$to/share/man/man1"
cp "$work/$name/completions/careerfit.bash" "$to/share/bash-completion/completions/careerfit"
cp "$work/$name/completions/_careerfit" "$to/share/zsh/site-functions"
cp "$work/$name/completions/careerfit.fish" "$to/share/fish/vendor_completions.d"
rm -rf "$to/share/doc/careerfit/docs"
cp -R "$work/$name"/LICENSE-* "$work/$name"/*.md "$work/$name/docs" "$to/share/doc/careerfit"

echo "careerfit $version is in $to/bin."
case :$PATH: in
*:"$to/bin":*) ;;
*) echo "That folder is not in your PATH yet: add  export PATH=\"$to/bin:\$PATH\"  to your shell's settings." ;;
esac
