#!/usr/bin/env bash
# The installed command line signs under Wine, with key files, with a token and with a phone: sign.sh FOLDER
#
# Readers that this project did not write judge what comes out, and it must be made exactly as Linux' command line makes it
# (structure.py). The PIN is in a file or on standard input, never in an argument.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/installer/windows/material.sh
. "$here/material.sh" "$@"
bids="$work/投标 文件（正本）"
bid="$bids/示例 投标文件.pdf"
pin=$sample/pin.txt

# sign CLI SOURCE OUT OPTIONS…: the same job for both command lines, three seals at six places on three pages. A check of
# the computer that gets no answer in time, on a computer that is busy with tests, is not what is tested here.
sign() {
    local run=$1 path=path_for_$1 source=$2 out=$3 seals=$sample/seals
    shift 3
    local -a company representative date
    company=(--seal "$($path "$seals/公章.png")" --seal-size 42mm)
    representative=(--seal "$($path "$seals/法定代表人章.png")" --seal-size 20mm)
    date=(--seal "$($path "$seals/日期章.png")" --seal-size 46mm)
    "$run" sign "$($path "$source")" --out "$($path "$out")" "$@" \
        "${company[@]}" --at page=3,x=120mm,y=210mm "${representative[@]}" --at page=3,x=152mm,y=224mm \
        "${company[@]}" --at page=6,x=124mm,y=241mm \
        "${company[@]}" --at page=12,x=120mm,y=154mm "${representative[@]}" --at page=12,x=152mm,y=168mm \
        "${date[@]}" --at page=12,x=152mm,y=189mm --reason 投标 --location 示例市 --agree-unknown
}

made_alike() {
    python3 "$here/structure.py" "$1" >"$1.structure"
    python3 "$here/structure.py" "$2" >"$2.structure"
    [ "$(wc -l <"$1.structure")" -gt 500 ]
    diff "$1.structure" "$2.structure"
}

signs_with_key_file() {
    local key=$1 out="$bids/已签章 $1.pdf" twin=$work/linux-$1.pdf
    sign cli "$bid" "$out" --key "p12:$(windows "$sample/$key.p12")" --pin-file "$(windows "$pin")"
    judged "$out"
    sign linux_cli "$bid" "$twin" --key "p12:$sample/$key.p12" --pin-file "$pin"
    made_alike "$out" "$twin"
}

signs_with_pin_on_standard_input() {
    local out="$bids/标准输入.pdf"
    sign cli "$bid" "$out" --key "p12:$(windows "$sample/company.p12")" --pin-file - <"$pin"
    judged "$out"
}

signs_with_token() {
    local object=$1 out="$bids/UKey $1.pdf" twin=$work/linux-company.pdf
    sign cli "$bid" "$out" --module 'C:\SoftHSM2\lib\softhsm2-x64.dll' \
        --key "pkcs11:token=Sample-UKey;object=$object" --pin-file "$(windows "$pin")"
    judged "$out"
    # The token's RSA key is the key file's; nobody else has the other.
    [ "$object" != RSA ] || made_alike "$out" "$twin"
}

finds_token_by_itself() {
    local out="$bids/自动查找.pdf"
    cli keys --json | tee "$work/keys.json"
    grep -q 'object=RSA' "$work/keys.json"
    sign cli "$bid" "$out" --key 'pkcs11:token=Sample-UKey;object=RSA' --pin-file "$(windows "$pin")"
    judged "$out"
}

wrong_pin_is_told() {
    local out="$bids/错误.pdf"
    install -m 600 /dev/null "$work/wrong.txt"
    echo 000000 >"$work/wrong.txt"
    fails_with pin-wrong sign cli "$bid" "$out" --module 'C:\SoftHSM2\lib\softhsm2-x64.dll' \
        --key 'pkcs11:token=Sample-UKey;object=RSA' --pin-file "$(windows "$work/wrong.txt")"
    [ ! -e "$out" ]
}

sign_with_phone() {
    local run=$1 path=path_for_$1 out=$2 code="$work/二维码 $1.png" phone
    answer "$code" &
    phone=$!
    sign "$run" "$bid" "$out" --key "mobile:$relay;ca=$($path "$sample/ca.pem")" --qr "$($path "$code")" --timeout 60
    wait "$phone"
}

signs_with_phone() {
    local out="$bids/手机.pdf" twin=$work/linux-phone.pdf
    start_relay
    sign_with_phone cli "$out"
    judged "$out"
    sign_with_phone linux_cli "$twin"
    made_alike "$out" "$twin"
}

# What another place of one seal looks like, should nobody notice it above.
a_difference_would_be_seen() {
    local moved=$work/linux-moved.pdf
    linux_cli sign "$bid" --out "$moved" --key "p12:$sample/company.p12" --pin-file "$pin" \
        --seal "$sample/seals/公章.png" --seal-size 42mm --at page=3,x=120mm,y=211mm
    ! made_alike "$bids/已签章 company.pdf" "$moved"
}

# Older encryption takes RC4 (also where AES encrypts: its passwords are checked by RC4), and newer a library that
# prepares passwords: a sysroot made by build-sysroot has both.
signs_encrypted() {
    local name=$1 source="$bids/加密 $1.pdf" out="$bids/加密 $1 已签章.pdf"
    shift
    qpdf --allow-weak-crypto --encrypt open owner "$@" -- "$bid" "$source"
    install -m 600 /dev/null "$work/open.txt"
    echo open >"$work/open.txt"
    local -a job=(sign cli "$source" "$out" --open-password-file "$(windows "$work/open.txt")"
        --key "p12:$(windows "$sample/company.p12")" --pin-file "$(windows "$pin")")
    if [ "$name" = aes-256 ] || [ -f "${BIDSEAL_WINDOWS_SYSROOT:-/opt/bidseal-mingw}/bidseal-sysroot.txt" ]; then
        "${job[@]}"
        judged "$out" open
    else
        echo "This sysroot has no RC4."
        fails_with 'document-encryption-unsupported|document-refused-by-second-reader' "${job[@]}"
        [ ! -e "$out" ]
    fi
}

# The command line verifies what came out, and what Linux signed.
verifies() {
    local file
    for file in "$bids/已签章 company.pdf" "$work/linux-phone-p256.pdf"; do
        cli verify "$(windows "$file")" --json | tee "$work/verified.json"
        grep -q '"integrity": "intact"' "$work/verified.json"
        grep -q '"coverage": "whole-document"' "$work/verified.json"
    done
}

original_is_untouched() { cmp "$bid" "$drawn/示例投标文件.pdf"; }

promise "sample material is made in this Windows" make_material
[ "$broken" = 0 ] || exit 1
SOFTHSM2_CONF=$(windows "$sample/token/softhsm2.conf")
export SOFTHSM2_CONF
mkdir -p "$bids"
cp "$drawn/示例投标文件.pdf" "$bid"
promise "a key file with RSA signs as on Linux" signs_with_key_file company
promise "a key file with P-256 signs as on Linux" signs_with_key_file phone-p256
promise "a difference in structure would be seen" a_difference_would_be_seen
promise "the PIN may come on standard input" signs_with_pin_on_standard_input
promise "a token's RSA key signs as a key file does on Linux" signs_with_token RSA
promise "a token's P-256 key signs" signs_with_token P-256
promise "a token that is registered is found without --module" finds_token_by_itself
promise "a wrong PIN is told" wrong_pin_is_told
promise "a phone signs through a relay over TLS, as on Linux" signs_with_phone
promise "encrypted with 40-bit RC4" signs_encrypted rc4-40 40
promise "encrypted with 128-bit RC4" signs_encrypted rc4-128 128 --use-aes=n
promise "encrypted with AES-128" signs_encrypted aes-128 128 --use-aes=y
promise "encrypted with AES-256" signs_encrypted aes-256 256
promise "signatures of both systems are verified" verifies
promise "the original is untouched" original_is_untouched
done_with_promises
