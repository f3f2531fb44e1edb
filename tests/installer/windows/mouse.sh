#!/usr/bin/env bash
# The installed client in a real window under Wine, operated by a real mouse and by keyboard alone: mouse.sh FOLDER
#
# These are the tests of Linux' client (tests/app/bidseal/tst_MainJob, tst_PhoneJob, tst_UnfitComputer), which drive the
# Windows one here: what they see on the screen, and what they find in the signed file, is the same. Pictures of the main
# pages, in Chinese and in English, are kept in build/windows-tests.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/installer/windows/material.sh
. "$here/material.sh" "$@"
programs=$work/programs
pictures=$root/build/windows-tests

# What the tests start instead of Linux' programs. The material is made once.
stand_ins() {
    mkdir -p "$programs"
    make_material
    cat >"$programs/bidseal" <<END
#!/bin/sh
BIDSEAL_WINE_PATH='$(windows "$folder")' exec '$root/installer/windows/wine' '$folder/bidseal.exe' "\$@"
END
    cat >"$programs/bidseal-demonstration" <<END
#!/bin/sh
cp -a '$sample/.' "\$1"
END
    chmod +x "$programs/bidseal" "$programs/bidseal-demonstration"
    ln -sf "$linux/bidseal-phone" "$programs/bidseal-phone"
}

# drive_client LANGUAGE TEST FUNCTIONS…
drive_client() {
    local language=$1 test=$2
    shift 2
    BIDSEAL_TEST_PROGRAMS=$programs BIDSEAL_LANGUAGE=$language BIDSEAL_SCREENSHOTS=$work/$language "$linux/$test" "$@"
}

keep_pictures() {
    local language picture kept=0
    for language in zh_CN en; do
        for picture in "$work/$language"/*.png; do
            convert "$picture" +dither -colors 200 "PNG8:$pictures/$language-${picture##*/}"
            kept=$((kept + 1))
        done
    done
    echo "$kept pictures"
    [ "$kept" -ge 10 ]
}

promise "the client is made ready" stand_ins
[ "$broken" = 0 ] || exit 1
promise "by mouse: opened, sealed, signed with a token, looked at again" drive_client zh_CN tst_MainJob byMouse
promise "the same in English" drive_client en tst_MainJob byMouse
promise "by keyboard alone" drive_client zh_CN tst_MainJob byKeyboardAlone
promise "with a phone that reads the screen" drive_client zh_CN tst_PhoneJob aPhoneReadsTheScreenAndSigns
promise "a computer that is not fit to sign on does not sign" drive_client zh_CN tst_UnfitComputer \
    nobodySignsOnAComputerThatIsNotFit
promise "pictures of the main pages are kept" keep_pictures
done_with_promises
