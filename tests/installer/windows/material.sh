# shellcheck shell=bash
# Sourced by the tests that sign with an installed folder, which is their argument: sample material, the two command lines
# (the one under test and Linux', to compare with), judges that this project did not write, and how a test is told.
export LC_ALL=C.UTF-8
root=$(readlink -f "$here/../../..")
folder=$(readlink -f "${1:?usage: $0 FOLDER}")
[ -f "$folder/bidseal-cli.exe" ] || { echo "$folder holds no bidseal-cli.exe" >&2 && exit 2; }
linux=$root/build/release/bin
work=$root/build/windows-tests/$(basename "$0" .sh)
sample=$work/material
drawn=$root/build/windows-tests/drawn
log=$work/log
broken=0
rm -rf "$work"
mkdir -p "$work"

windows() { printf 'Z:%s' "${1//\//\\}"; }
unchanged() { printf '%s' "$1"; }

# With no library but those of the installed folder.
wine() { BIDSEAL_WINE_PATH=$(windows "$folder") timeout -k 5 300 "$root/installer/windows/wine" "$@"; }

# Both command lines are told paths as their system writes them: see `sign` below.
cli() { BIDSEAL_DATA_DIR=$(windows "$work/data") wine "$folder/bidseal-cli.exe" "$@"; }
linux_cli() { BIDSEAL_DATA_DIR=$work/data-linux "$linux/bidseal-cli" "$@"; }
path_for_cli() { windows "$1"; }
path_for_linux_cli() { unchanged "$1"; }

# Keys, a token of SoftHSM's, seals and a bid; BIDSEAL_WINDOWS_BIN names another build of the program that makes them. The token and the key to the seals belong to this Windows and its user.
make_material() {
    [ -f "$drawn/edition.txt" ] || "$linux/bidseal-demonstration" "$drawn"
    "$here/add-softhsm"
    "$root/installer/windows/wine" "${BIDSEAL_WINDOWS_BIN:-$root/build/windows-mingw/bin}/bidseal-demonstration.exe" "$(windows "$sample")" \
        "$(windows "$drawn")"
    SOFTHSM2_CONF=$(windows "$sample/token/softhsm2.conf")
    export SOFTHSM2_CONF
    chmod 600 "$sample/pin.txt" # as Wine shows it to Linux' command line
}

# promise WORDS COMMAND…: one line for each test; what it printed is in the log.
promise() {
    local words=$1 begun=$SECONDS code
    shift
    printf '== %s\n' "$words" >>"$log"
    set +e # inside `if` and `||` bash would go on after an error
    (
        set -e
        "$@"
    ) >"$work/said" 2>&1
    code=$?
    set -e
    cat "$work/said" >>"$log"
    if [ "$code" = 0 ]; then
        printf 'ok      %s (%d s)\n' "$words" $((SECONDS - begun))
        return
    fi
    printf 'FAILED  %s (%d s)\n' "$words" $((SECONDS - begun))
    tail -n 15 "$work/said" | sed 's/^/        /'
    broken=1
}

done_with_promises() {
    [ "$broken" = 0 ] || { echo "The log: $log" && exit 1; }
}

# judged FILE [PASSWORD]: three readers of others.
judged() {
    local file=$1 password=${2:-} signatures
    local -a for_poppler=() for_mupdf=() for_qpdf=()
    [ -z "$password" ] || for_poppler=(-upw "$password") for_mupdf=(-p "$password") for_qpdf=("--password=$password")
    pdfsig "${for_poppler[@]}" "$file" | tee "$work/pdfsig.txt"
    signatures=$(grep -c '^Signature #' "$work/pdfsig.txt")
    [ "$signatures" -ge 1 ]
    [ "$(grep -c 'Signature Validation: Signature is Valid\.' "$work/pdfsig.txt")" = "$signatures" ]
    [ "$(grep -c 'Total document signed' "$work/pdfsig.txt")" = "$signatures" ]
    qpdf "${for_qpdf[@]}" --check "$file"
    mutool sign "${for_mupdf[@]}" -v "$file" | tee "$work/mutool.txt"
    [ "$(grep -c 'The document is unchanged since signing' "$work/mutool.txt")" = "$signatures" ]
}

# fails_with CODES COMMAND…: the error is one of these (docs/errors.md), separated by |, and said in a sentence.
fails_with() {
    local codes=$1 code=0
    shift
    "$@" >"$work/refusal" 2>&1 || code=$?
    cat "$work/refusal"
    [ "$code" != 0 ]
    [ "$code" -lt 124 ] # it hung
    grep -qE "^\(($codes)\)" "$work/refusal"
    [ "$(grep -cvE '^\(|^$' "$work/refusal")" -ge 1 ]
}

# What a folder holds, to compare before and after.
files_in() { (cd "$1" && find . -mindepth 1 -type f -print0 | sort -z | xargs -0 -r sha256sum); }

# A relay with the sample certificate, until the promise ends.
start_relay() {
    "$linux/bidseal-relay" --listen 127.0.0.1:0 --tls-cert "$sample/relay.pem" --tls-key "$sample/relay.key" \
        --log-level warning >"$work/relay.txt" 2>>"$log" &
    relay_process=$!
    trap 'kill "$relay_process"' EXIT # of the promise
    for _ in $(seq 100); do
        relay=$(sed -n 's/^listening on \(https:[^ ]*\).*/\1/p' "$work/relay.txt")
        [ -z "$relay" ] || return 0
        sleep 0.1
    done
    echo "The relay does not start."
    return 1
}

# As the phone's owner would, as soon as the code is there.
answer() {
    local code=$1
    for _ in $(seq 600); do
        if [ -f "$code" ]; then
            BIDSEAL_DATA_DIR=$work/phone "$linux/bidseal-phone" --qr "$code" --ca "$sample/ca.pem" --confirm \
                --p12 "$sample/phone-rsa.p12" --p12 "$sample/phone-p256.p12" --pin-file "$sample/pin.txt"
            return
        fi
        sleep 0.1
    done
    return 1
}
