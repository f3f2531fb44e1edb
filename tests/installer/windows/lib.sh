# What the tests of the installed BidSeal share: a Windows of their own under Wine, and assertions that say what they
# have seen. Source it; the first assertion that fails ends the test with 1.
#
#   BIDSEAL_WINE_PREFIX  the Windows that is used, and emptied first (build/wine-installer)
set -euo pipefail
root=$(readlink -f "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../..")
wine=$root/installer/windows/wine
export LC_ALL=C.UTF-8
export BIDSEAL_WINE_PREFIX=${BIDSEAL_WINE_PREFIX:-$root/build/wine-installer}
# Nothing of the sysroot helps: what is installed has to bring what it needs.
export BIDSEAL_WINE_PATH='C:\windows\system32'
drive_c=$BIDSEAL_WINE_PREFIX/drive_c

passed() { printf 'ok: %s\n' "$1"; }
failed() {
    printf 'FAILED: %s\n' "$1"
    [ $# = 1 ] || printf '    %s\n' "${@:2}"
    exit 1
}

# expect SENTENCE COMMAND…
expect() {
    local sentence=$1
    shift
    if "$@"; then passed "$sentence"; else failed "$sentence" "$*"; fi
}
# expect_not SENTENCE COMMAND…
expect_not() {
    local sentence=$1
    shift
    if "$@"; then failed "$sentence" "not wanted: $*"; else passed "$sentence"; fi
}
# expect_equal SENTENCE WANTED GOT
expect_equal() {
    if [ "$2" = "$3" ]; then passed "$1"; else failed "$1" "expected: $2" "     got: $3"; fi
}

fresh_windows() {
    "$wine" --stop 2>/dev/null || true
    rm -rf "$BIDSEAL_WINE_PREFIX"
    "$wine" --prefix >/dev/null
    trap '"$wine" --stop 2>/dev/null || true' EXIT
    user_folder=$(unix_path "$("$wine" cmd /c 'echo %USERPROFILE%' | tr -d '\r')")
}

# A program that shows a question waits for nobody here.
run() { timeout "${patience:-180}" "$wine" "$@"; }
# status COMMAND… prints its exit code.
status() {
    local code=0
    "$@" >/dev/null 2>&1 || code=$?
    echo "$code"
}

windows_path() { printf 'Z:%s\n' "${1//\//\\}"; }
unix_path() {
    local path=${1//\\//}
    printf '%s%s\n' "$drive_c" "${path#[Cc]:}"
}

# registry KEY [VALUE] prints the value, without one the default value; nothing where there is none. By an export: what
# reg prints loses its Chinese under Wine.
registry() {
    local name='@' line
    [ $# = 1 ] || name="\"$2\""
    rm -f "$drive_c/export.reg"
    run reg export "$1" 'C:\export.reg' /y >/dev/null 2>&1 || return 0
    line=$(iconv -f UTF-16 -t UTF-8 "$drive_c/export.reg" | tr -d '\r' | awk '/^\[/ { keys++ } keys == 1' |
        grep -F -m 1 -- "$name=" || true)
    line=${line#"$name="}
    case $line in
        dword:*) printf '0x%s\n' "${line#dword:}" ;;
        *) sed 's/^"//; s/"$//; s/\\\(.\)/\1/g' <<<"$line" ;;
    esac
}
has_value() { run reg query "$1" /v "$2" >/dev/null 2>&1; }
has_key() { run reg query "$1" >/dev/null 2>&1; }

# until SECONDS COMMAND…: uninstallers copy themselves elsewhere and go on there.
until_true() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.5
    done
}

# log FILE prints an installer's log.
log() { iconv -f UTF-16LE -t UTF-8 "$1" | tr -d '\r'; }
