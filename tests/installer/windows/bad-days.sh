#!/usr/bin/env bash
# Bad days that have to do with files, from outside: the installed command line under Wine: bad-days.sh FOLDER
#
# Each ends with its own code (docs/errors.md), with no file more than before, and with every file as it was.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
wine_script=$here/../../../installer/windows/wine
# Small and read-only disks are mounted where nobody else sees them. Wine's server opens the files: it has to begin anew in
# there.
if [ "${BIDSEAL_OWN_MOUNTS:-}" != yes ]; then
    "$wine_script" --stop || true
    for isolate in -m -rm; do
        if unshare "$isolate" sh -c 'mount -t tmpfs none /mnt' 2>/dev/null; then
            exec env BIDSEAL_OWN_MOUNTS=yes unshare "$isolate" "$0" "$@"
        fi
    done
    echo "NOT TESTED: bad days with disks, because nothing can be mounted here (needs root or user namespaces)"
    exit 1
fi
# shellcheck source=tests/installer/windows/material.sh
. "$here/material.sh" "$@"
trap '"$wine_script" --stop || true' EXIT # it sees mounts that nobody else does
prefix=$("$wine_script" --prefix)
place="$work/标书 目录"
bid="$place/投标文件.pdf"
out="$place/投标文件_已签章.pdf"
seals=$sample/seals

# sign SOURCE OUT OPTIONS…, in Windows' own paths. A check of the computer that gets no answer in time, on a computer that is
# busy with tests, is not what is tested here.
sign() {
    local source=$1 to=$2
    shift 2
    cli sign "$source" --out "$to" --key "p12:$(windows "$sample/company.p12")" --pin-file "$(windows "$sample/pin.txt")" \
        --seal "$(windows "$seals/公章.png")" --seal-size 42mm --at page=3,x=120mm,y=210mm --agree-unknown "$@"
}
sign_bid() { sign "$(windows "$bid")" "$(windows "$out")" "$@"; }

# changes_nothing CODES COMMAND…: the error, and all files as they were.
changes_nothing() {
    files_in "$place" >"$work/before"
    fails_with "$@"
    files_in "$place" >"$work/after"
    diff "$work/before" "$work/after"
}

tidy() {
    rm -rf "$place"
    mkdir -p "$place"
    cp "$drawn/示例投标文件.pdf" "$bid"
}

# hold FILE none|read|all: until the promise ends.
hold() {
    local ready=$work/ready
    rm -f "$ready"
    (exec "$wine_script" "$work/holder.exe" "$(windows "$1")" "$2" "$(windows "$ready")") &
    holder=$!
    trap 'kill -9 "$holder"' EXIT # of the promise
    for _ in $(seq 100); do
        [ ! -f "$ready" ] || return 0
        sleep 0.2
    done
    echo "Nobody holds $1."
    return 1
}

# drive LETTER FOLDER [TYPE]: as one that Windows knows; TYPE as in winecfg (hd, network, cdrom, floppy).
drive() {
    ln -sfn "$2" "$prefix/dosdevices/$1:"
    wine reg add 'HKLM\Software\Wine\Drives' /v "$1:" /d "${3:-hd}" /f >/dev/null
}

output_is_there() {
    tidy
    echo "an earlier result" >"$out"
    changes_nothing output-exists sign_bid
}

output_is_open_elsewhere() {
    tidy
    echo "an earlier result" >"$out"
    hold "$out" "$1"
    changes_nothing output-in-use sign_bid --force
}

source_is_open_in_viewer() {
    tidy
    hold "$bid" "$1"
    sign_bid
    judged "$out"
    cmp "$bid" "$drawn/示例投标文件.pdf"
}

source_is_locked() {
    tidy
    hold "$bid" none
    changes_nothing file-not-readable sign_bid
}

source_is_not_there() {
    tidy
    changes_nothing file-not-found sign "$(windows "$place/没有.pdf")" "$(windows "$out")"
}

read_only_source() {
    tidy
    chmod 444 "$bid"
    sign_bid
    judged "$out"
}

read_only_disk() {
    tidy
    mkdir -p "$work/readonly"
    mount -t tmpfs -o ro none "$work/readonly"
    drive r "$work/readonly"
    changes_nothing output-not-writable sign "$(windows "$bid")" 'R:\已签章.pdf'
    [ -z "$(ls -A "$work/readonly")" ]
}

folder_is_not_there() {
    tidy
    changes_nothing output-not-writable sign "$(windows "$bid")" "$(windows "$place/没有/已签章.pdf")"
}

drive_is_not_there() {
    tidy
    changes_nothing output-not-writable sign "$(windows "$bid")" 'Q:\已签章.pdf'
}

# A disk of so much room, as drive S:.
small_disk() {
    mkdir -p "$work/small"
    ! mountpoint -q "$work/small" || umount "$work/small"
    mount -t tmpfs -o "size=$1" none "$work/small"
    drive s "$work/small"
}

small_disk_is_known_beforehand() {
    tidy
    small_disk 500k
    changes_nothing environment-unfit sign "$(windows "$bid")" 'S:\已签章.pdf'
    [ -z "$(ls -A "$work/small")" ]
}

# Somebody else fills it meanwhile: after the check, when a phone is waited for, before the output is begun.
disk_runs_full() {
    local code=$work/code.png
    tidy
    small_disk 150m
    start_relay
    (
        until [ -f "$code" ]; do sleep 0.1; done
        head -c 200M /dev/zero >"$work/small/filler" || true
        answer "$code"
    ) &
    changes_nothing disk-full cli sign "$(windows "$bid")" --out 'S:\已签章.pdf' --agree-unknown --timeout 120 \
        --key "mobile:$relay;ca=$(windows "$sample/ca.pem")" --qr "$(windows "$code")"
    [ "$(ls -A "$work/small")" = filler ]
}

other_disk() {
    tidy
    mkdir -p "$work/other"
    mount -t tmpfs -o size=300m none "$work/other"
    drive o "$work/other" "$1"
    sign "$(windows "$bid")" 'O:\已签章.pdf'
    judged "$work/other/已签章.pdf"
    [ "$(ls -A "$work/other")" = 已签章.pdf ]
    sign 'O:\已签章.pdf' "$(windows "$out")"
    qpdf --check "$out"
}

# 60 characters, as deep as it takes.
long_path() {
    local deep=$place part=很长的文件夹名称很长的文件夹名称很长的文件夹名称很长的文件夹名称很长的文件夹名称很长的文件夹名称
    tidy
    for _ in 1 2 3 4 5 6; do deep=$deep/$part; done
    [ ${#deep} -gt 300 ]
    mkdir -p "$deep"
    cp "$bid" "$deep/投标文件.pdf"
    sign "$(windows "$deep/投标文件.pdf")" "$(windows "$deep/投标文件_已签章.pdf")"
    judged "$deep/投标文件_已签章.pdf"
    [ "$(find "$deep" -type f | wc -l)" = 2 ]
}

# A name that Windows keeps for a device, or changes by itself, would make a file that nobody can open or delete.
name_that_windows_keeps() {
    tidy
    changes_nothing output-not-writable sign "$(windows "$bid")" "$(windows "$place")\\$1"
}

output_is_source_in_other_letters() {
    local latin=$place/Bid.pdf
    tidy
    mv "$bid" "$latin"
    changes_nothing output-is-source sign "$(windows "$latin")" "$(windows "$place/bID.PDF")" --force
}

output_is_source_through_other_drive() {
    tidy
    drive p "$place"
    changes_nothing output-is-source sign "$(windows "$bid")" 'P:\投标文件.pdf' --force
}

# While the file is prepared and the PIN is waited for: standard input stays open.
killed_in_the_middle() {
    local client fifo=$work/pin
    tidy
    rm -f "$fifo"
    mkfifo "$fifo"
    exec 7<>"$fifo"
    (
        BIDSEAL_DATA_DIR=$(windows "$work/data")
        BIDSEAL_WINE_PATH=$(windows "$folder")
        export BIDSEAL_DATA_DIR BIDSEAL_WINE_PATH
        exec "$wine_script" "$folder/bidseal-cli.exe" sign "$(windows "$bid")" --out "$(windows "$out")" \
            --module 'C:\SoftHSM2\lib\softhsm2-x64.dll' --key 'pkcs11:token=Sample-UKey;object=RSA' --pin-file - --agree-unknown <&7
    ) &
    client=$!
    for _ in $(seq 150); do
        [ -z "$(find "$place" -name '.bidseal-*.part' -size +700k)" ] || break
        sleep 0.2
    done
    [ -n "$(find "$place" -name '.bidseal-*.part' -size +700k)" ]
    kill -9 "$client"
    wait "$client" || true
    exec 7>&-
    [ ! -e "$out" ]
    cmp "$bid" "$drawn/示例投标文件.pdf"
    sign_bid # which clears away what is left
    judged "$out"
    [ -z "$(find "$place" -name '.bidseal-*')" ]
}

x86_64-w64-mingw32-g++-posix -municode -static -o "$work/holder.exe" "$here/holder.cpp"
promise "sample material is made in this Windows" make_material
[ "$broken" = 0 ] || exit 1
SOFTHSM2_CONF=$(windows "$sample/token/softhsm2.conf")
export SOFTHSM2_CONF
promise "an earlier result is not overwritten unasked" output_is_there
promise "an output that another program works on" output_is_open_elsewhere none
promise "an output that a reader shows" output_is_open_elsewhere read
promise "a source that a viewer shows is signed" source_is_open_in_viewer read
promise "a source that others may do anything with is signed" source_is_open_in_viewer all
promise "a source that another program keeps for itself" source_is_locked
promise "a source that is not there" source_is_not_there
promise "a source that is read-only is signed" read_only_source
promise "a disk that is read-only" read_only_disk
promise "a folder that is not there" folder_is_not_there
promise "a drive that is not there" drive_is_not_there
promise "a disk that is too small is known beforehand" small_disk_is_known_beforehand
promise "a disk that runs full" disk_runs_full
promise "to and from another disk" other_disk hd
promise "to and from a network drive" other_disk network
promise "a Chinese path of more than 300 characters" long_path
for name in CON.pdf nul.PDF COM1.pdf 'LPT¹.pdf' 'AUX .pdf' 已签章.pdf. '已签章.pdf ' '已签章.pdf:流' '已签?章.pdf'; do
    promise "a name that Windows keeps for itself: „$name“" name_that_windows_keeps "$name"
done
promise "an output that is the source in other letters" output_is_source_in_other_letters
promise "an output that is the source through another drive" output_is_source_through_other_drive
promise "killed in the middle, nothing half is left" killed_in_the_middle
done_with_promises
