#!/usr/bin/env bash
# Installs, upgrades, repairs and removes BidSeal under Wine, as people and administrators do, and looks at what is there
# after each step: files, registry, shortcuts, data, and what the installed program says of itself.
#
#   tests/installer/windows/install.sh [options of installer/windows/build-installer, such as --no-build]
#
# What Wine cannot show: Windows' question for an administrator, SmartScreen, and how Explorer shows the menu of a PDF.
[ -n "${DISPLAY:-}" ] || exec xvfb-run -a "$0" "$@"
source "$(dirname "$(readlink -f "$0")")/lib.sh"

work="$root/build/windows-installer/测试 test"
old_version=0.0.9
version=$(sed -n 's/^project(BidSeal VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
uninstall_key='Software\Microsoft\Windows\CurrentVersion\Uninstall\BidSeal'
build_options=("$@")

# --- Material --------------------------------------------------------------------------------------------------------

make_certificate() {
    openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/sign.key" -out "$work/sign.pem" -days 30 \
        -subj '/CN=BidSeal test' -addext extendedKeyUsage=codeSigning -addext keyUsage=digitalSignature 2>/dev/null
    openssl pkcs12 -export -inkey "$work/sign.key" -in "$work/sign.pem" -out "$work/sign.p12" -passout pass:test
    printf test >"$work/password.txt"
}

build_installers() {
    mkdir -p "$work/added/left"
    printf 'of an older version\n' >"$work/added/left/leftover.txt"
    "$root/installer/windows/build-installer" "${build_options[@]}" --fast --version $old_version --add "$work/added" \
        --output "$work"
    "$root/installer/windows/build-installer" "${build_options[@]}" --no-build --fast --version "$version" \
        --sign-p12 "$work/sign.p12" --sign-password "$work/password.txt" --output "$work"
}

install_version() { # VERSION OPTION…
    local file=$work/BidSeal-$1-x64.exe
    shift
    rm -f "$work/log.txt"
    run "$file" /S "/LOG=$(windows_path "$work/log.txt")" "$@"
}
uninstall_from() { # FOLDER OPTION…
    local folder=$1
    shift
    rm -f "$work/log.txt"
    run "$folder/uninstall.exe" /S "/LOG=$(windows_path "$work/log.txt")" "$@"
    until_true 60 log_says removed || failed "the uninstaller comes to its end" "$(log "$work/log.txt")"
    until_true 20 gone "$folder/uninstall.exe" || true
}
gone() { [ ! -e "$1" ]; }
log_says() { [ -f "$work/log.txt" ] && log "$work/log.txt" | grep -qF -- "$1"; }

# --- Assertions ------------------------------------------------------------------------------------------------------

# Every listed file is as it was packed, and nothing else is there.
is_complete() {
    (cd "$1" && tail -n +2 bidseal-manifest.txt | sha256sum -c --quiet -) || return 1
    diff <(cd "$1" && tail -n +2 bidseal-manifest.txt | cut -c 67- | sort) \
        <(cd "$1" && find . -type f ! -name 'bidseal-manifest.*' -printf '%P\n' | sort)
}

# What the installed program says of its own files: result and code. The check gives up after 8 s, which a busy machine
# under Wine may need.
program_files() {
    local said
    for _ in 1 2 3 4 5; do
        said=$(run "$1/bidseal-cli.exe" check --only program-files --json 2>/dev/null | tr -d '\r' |
            sed -n 's/^ *"\(code\|result\)": "\(.*\)",$/\2/p' | paste -sd ' ')
        [ "$said" = 'too-slow could-not-tell' ] || break
    done
    echo "$said"
}

expect_installed() { # FOLDER HIVE VERSION
    local folder=$1 key="$2\\$uninstall_key" windows
    windows=$(run winepath -w "$folder" 2>/dev/null | tr -d '\r')
    expect "all files are there and as they were packed, and no others" is_complete "$folder"
    expect_equal "the program finds its files as they were released" 'as-released passed' "$(program_files "$folder")"
    expect_equal "Windows' list of programs has the version" "$3" "$(registry "$key" DisplayVersion)"
    expect_equal "… and the folder" "${windows,,}" "$(registry "$key" InstallLocation | tr '[:upper:]' '[:lower:]')"
    expect_equal "… and the publisher" BidSeal "$(registry "$key" Publisher)"
    expect_equal "… and the icon" "${windows,,}\\bidseal.exe" "$(registry "$key" DisplayIcon | tr '[:upper:]' '[:lower:]')"
    expect "… and a size of more than 20 MB" test "$(($(registry "$key" EstimatedSize)))" -gt 20000
    expect_equal "… and how to remove it silently" "\"${windows,,}\\uninstall.exe\" /s" \
        "$(registry "$key" QuietUninstallString | tr '[:upper:]' '[:lower:]')"
    expect_registered "$2" "$windows"
}

expect_registered() { # HIVE WINDOWS-FOLDER
    local classes="$1\\Software\\Classes" opens
    opens=$(tr '[:upper:]' '[:lower:]' <<<"\"$2\\bidseal.exe\" \"%1\"")
    lower() { registry "$@" | tr '[:upper:]' '[:lower:]'; }
    expect_equal "bidseal: leads to the client" "$opens" "$(lower "$classes\\bidseal\\shell\\open\\command")"
    expect "bidseal: is a scheme" has_value "$classes\\bidseal" 'URL Protocol'
    expect_equal "PDFs can be opened with it" "$opens" "$(lower "$classes\\BidSeal.Document\\shell\\open\\command")"
    expect "it stands under Open with" has_value "$classes\\.pdf\\OpenWithProgids" BidSeal.Document
    expect_equal "the menu of a PDF leads to it" "$opens" \
        "$(lower "$classes\\SystemFileAssociations\\.pdf\\shell\\BidSeal.Sign\\command")"
    expect_equal "the program that opens PDFs is not touched" "${opens_pdf[${classes%%\\*}]}" "$(registry "$classes\\.pdf")"
}

no_trace_in_registry() {
    "$wine" --stop # writes the registry to its files
    ! grep -ai bidseal "$BIDSEAL_WINE_PREFIX"/{user,system}.reg
}

expect_removed() { # FOLDER
    expect "the program's folder is gone" gone "$1"
    expect "nothing of it is left in the registry" no_trace_in_registry
    expect_not "no shortcut is left" shortcuts_of_both
}
shortcuts_of_both() { find "$drive_c/users" "$drive_c/ProgramData" -name 'BidSeal.lnk' | grep .; }

# Settings, journal, seals and plans, as far as an installer can know them: files in the user's folder.
write_data() {
    mkdir -p "$data/plans" "$data/BidSeal"
    printf 'journal\n' >"$data/journal.sqlite"
    printf '{}\n' >"$data/plans/方案.json"
    printf '[window]\n' >"$data/BidSeal/BidSeal.ini"
}
has_data() { [ "$(cat "$data/journal.sqlite" "$data/plans/方案.json" "$data/BidSeal/BidSeal.ini")" = $'journal\n{}\n[window]' ]; }

# --- Steps -----------------------------------------------------------------------------------------------------------

signatures_hold() {
    local file
    for file in "$work/BidSeal-$version-x64.exe" "$usual"/{bidseal,bidseal-cli,uninstall}.exe "$usual/Qt6Core.dll"; do
        expect "${file##*/} is signed (Authenticode)" is_signed "$file"
    done
}
is_signed() { osslsigncode verify -CAfile "$work/sign.pem" -in "$1" >"$work/verify.txt" 2>&1; }

refuses_what_it_cannot_do() {
    run winecfg -v win7 >/dev/null 2>&1
    expect_equal "an old Windows is refused" 10 "$(status install_version "$version" /LANG=zh)"
    expect "… with a sentence" log_says '需要 Windows 10 1809'
    expect_equal "… also in English" 10 "$(status install_version "$version" /LANG=en)"
    expect "… with a sentence" log_says 'needs Windows 10, version 1809'
    run winecfg -v win10 >/dev/null 2>&1
    expect_equal "an option that nobody knows is refused" 14 "$(status install_version "$version" /RELAYS=x)"
    expect_equal "a relay without https is refused" 14 \
        "$(status install_version "$version" /RELAY=示例=http://relay.example.com)"
    expect_equal "a policy that is not there is refused" 14 \
        "$(status install_version "$version" '/POLICY=C:\nowhere\policy.json')"
    expect "none of that has installed anything" no_trace_in_registry
    expect "… nor left a file" gone "$usual"
}

installs_older_version() {
    expect_equal "the older version installs silently" 0 "$(status install_version $old_version)"
    expect_installed "$usual" HKCU $old_version
    expect "its own further file is there" test -f "$usual/left/leftover.txt"
    expect "it stands in the start menu" test -f "$menu/BidSeal.lnk"
    expect "it stands on the desktop" test -f "$user_folder/Desktop/BidSeal.lnk"
    expect "nothing was installed for everybody" gone "$drive_c/Program Files/BidSeal"
    expect_not "… nor registered" has_key "HKLM\\$uninstall_key"
}

refuses_while_running() {
    "$wine" "$usual/bidseal.exe" >/dev/null 2>&1 &
    local client=$!
    expect "the installed client starts" until_true 90 test -f "$data/bidseal.log"
    expect_equal "nothing is replaced while it runs" 11 "$(status install_version "$version" /LANG=zh)"
    expect "… which a sentence says" log_says 'BidSeal 正在运行'
    "$wine" --stop
    wait "$client" 2>/dev/null || true
    expect "the older version is still whole" is_complete "$usual"
}

upgrades() {
    write_data
    printf 'mine\n' >"$usual/mine.txt"
    expect_equal "the newer version installs over it" 0 "$(status install_version "$version" /DESKTOP=0)"
    expect "what only the older one had is gone" gone "$usual/left"
    expect_equal "what somebody else has put there stays" mine "$(cat "$usual/mine.txt")"
    rm "$usual/mine.txt"
    expect_installed "$usual" HKCU "$version"
    expect "settings, journal and plans are untouched" has_data
    expect "the desktop's shortcut is gone, as it was asked for" gone "$user_folder/Desktop/BidSeal.lnk"
    signatures_hold
}

refuses_to_go_back() {
    expect_equal "the older version does not replace the newer one" 12 "$(status install_version $old_version /LANG=zh)"
    expect "… which a sentence says" log_says '已安装更高版本'
    expect_installed "$usual" HKCU "$version"
    expect_equal "it does when it is told to" 0 "$(status install_version $old_version /DOWNGRADE)"
    expect_installed "$usual" HKCU $old_version
    expect_equal "and forward again" 0 "$(status install_version "$version")"
    expect "the shortcut on the desktop was not brought back" gone "$user_folder/Desktop/BidSeal.lnk"
}

finds_changes_and_repairs() {
    printf 'x' >>"$usual/Qt6Pdf.dll"
    expect_equal "the program finds a changed library" 'altered failed' "$(program_files "$usual")"
    rm "$usual/translations/qtbase_zh_CN.qm"
    expect_equal "the same version repairs" 0 "$(status install_version "$version")"
    expect_installed "$usual" HKCU "$version"
    rm "$usual/translations/qtbase_zh_CN.qm"
    expect_equal "the program finds that a file is missing" 'missing failed' "$(program_files "$usual")"
    expect_equal "the same version repairs that as well" 0 "$(status install_version "$version")"
    cp "$usual/bidseal-manifest.txt" "$work/manifest.txt"
    sed -i 's/ [0-9.]*$/ 9.9/; 1q' "$usual/bidseal-manifest.txt"
    expect_equal "the program finds that the list itself was changed" 'signature-wrong failed' "$(program_files "$usual")"
    cp "$work/manifest.txt" "$usual/bidseal-manifest.txt"
    expect "settings, journal and plans are untouched" has_data
}

uninstalls_keeping_data() {
    uninstall_from "$usual"
    expect_removed "$usual"
    expect "settings, journal and plans are kept" has_data
}

installs_into_chinese_folder_with_presets() {
    local folder="$drive_c/标书 工具/BidSeal 签章"
    printf '{ "checks": { "tracer": { "requirement": "must-pass" } } }\n' >"$work/策略 policy.json"
    expect_equal "it installs into a folder with Chinese and spaces, with what an operator gives along" 0 \
        "$(status install_version "$version" "/POLICY=$(windows_path "$work/策略 policy.json")" \
            '/RELAY=示例省公共资源交易平台=https://relay.example.com' /RELAY=https://second.example.com:8443 \
            '/D=C:\标书 工具\BidSeal 签章')"
    expect_installed "$folder" HKCU "$version"
    expect_equal "the policy has arrived" "$(cat "$work/策略 policy.json")" "$(cat "$data/policy.json")"
    expect_equal "the relays have arrived" "$(printf '%s\n' '[relays]' '1\name="示例省公共资源交易平台"' \
        '1\address=https://relay.example.com' '1\ca=' '2\name=""' '2\address=https://second.example.com:8443' '2\ca=' \
        size=2)" "$(tr -d '\r' <"$data/presets.ini")"
    expect "the policy is in force" policy_is_in_force "$folder" policy.json
    expect_equal "it moves where it is told to" 0 "$(status install_version "$version" '/D=C:\别处\BidSeal')"
    expect "nothing stays behind" gone "$folder"
    expect_installed "$drive_c/别处/BidSeal" HKCU "$version"
    uninstall_from "$drive_c/别处/BidSeal" /PURGE
    expect_removed "$drive_c/别处/BidSeal"
    expect "settings, journal and plans are gone, as it was asked for" gone "$data"
}
policy_is_in_force() { # FOLDER NAME
    run "$1/bidseal-cli.exe" check --only policy-file --json --full 2>/dev/null | tee "$work/policy.txt" | grep -q "$2" &&
        grep -q '"result": "passed"' "$work/policy.txt"
}

installs_for_everybody_with_files_beside() {
    local beside=$work/beside folder="$drive_c/Program Files/BidSeal" everybody="$drive_c/ProgramData/BidSeal"
    mkdir -p "$beside"
    cp "$work/BidSeal-$version-x64.exe" "$beside/"
    printf '{ "checks": { "clock": { "unknown": "block" } } }\n' >"$beside/bidseal-policy.json"
    printf '[relays]\n1\\name=示例平台\n1\\address=https://relay.example.com\n1\\ca=\nsize=1\n' >"$beside/BidSeal.ini"
    expect_equal "it installs for everybody, with the files beside it" 0 \
        "$(status run "$beside/BidSeal-$version-x64.exe" /S /ALLUSERS /PDF=1)"
    expect_installed "$folder" HKLM "$version"
    expect "it stands in everybody's start menu" \
        test -f "$drive_c/ProgramData/Microsoft/Windows/Start Menu/Programs/BidSeal.lnk"
    expect "the policy lies where administrators put theirs" cmp "$beside/bidseal-policy.json" "$everybody/policy.json"
    expect "the relays lie beside it" cmp "$beside/BidSeal.ini" "$everybody/BidSeal.ini"
    expect_not "nothing was registered for this user alone" has_key "HKCU\\$uninstall_key"
    expect_equal "once more without a word, it stays as it is" 0 "$(status install_version "$version")"
    expect_installed "$folder" HKLM "$version"
    expect_equal "it can be taken out of the menus" 0 "$(status install_version "$version" /PDF=0)"
    expect_not "the menu of a PDF is as before" \
        has_key 'HKLM\Software\Classes\SystemFileAssociations\.pdf\shell\BidSeal.Sign'
    uninstall_from "$folder"
    expect_removed "$folder"
    expect "the operator's settings stay" test -f "$everybody/policy.json"
    expect_equal "it installs again" 0 "$(status install_version "$version" /ALLUSERS)"
    uninstall_from "$folder" /PURGE
    expect_removed "$folder"
    expect "the operator's settings are gone, as it was asked for" gone "$everybody"
}

# Libraries of usual names beside the installer, as in a folder of downloads. Each writes a file where it is loaded.
loads_no_planted_library() {
    local folder=$work/下载 name
    local -r names=(version uxtheme cryptsp cryptbase dwmapi propsys shfolder riched20 setupapi apphelp profapi userenv
        netapi32 clbcatq ntmarta secur32 oleacc msimg32 winmm rasapi32 wtsapi32 sspicli)
    rm -rf "$folder"
    mkdir -p "$folder"
    cat >"$work/planted.c" <<'END'
#include <windows.h>
BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID reserved)
{
    WCHAR path[MAX_PATH + 8];
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH && GetModuleFileNameW(self, path, MAX_PATH))
        CloseHandle(CreateFileW(lstrcatW(path, L".loaded"), GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
    return TRUE;
}
END
    cat >"$work/careless.c" <<'END'
#include <windows.h>
int main(int count, char** names) { while (--count > 0) LoadLibraryA(names[count]); return 0; }
END
    x86_64-w64-mingw32-gcc-posix -shared -o "$work/planted.dll" "$work/planted.c"
    x86_64-w64-mingw32-gcc-posix -o "$folder/careless.exe" "$work/careless.c"
    for name in "${names[@]}"; do
        cp "$work/planted.dll" "$folder/$name.dll"
    done
    (cd "$folder" && run careless.exe "${names[@]/%/.dll}" >/dev/null 2>&1)
    # Under Wine some of these names are taken from the system whatever lies beside a program.
    expect "a careless program loads planted libraries ($(find "$folder" -name '*.loaded' | wc -l) of ${#names[@]})" \
        test "$(find "$folder" -name '*.loaded' | wc -l)" -ge 5
    find "$folder" -name '*.loaded' -delete
    cp "$work/BidSeal-$version-x64.exe" "$folder/"
    (cd "$folder" && run "BidSeal-$version-x64.exe" /S) || failed "it installs beside planted libraries"
    expect_installed "$usual" HKCU "$version"
    expect_equal "the installer loads none of them" "" "$(find "$folder" -name '*.loaded' -printf '%f ')"
    cp "$folder"/*.dll "$user_folder/Temp/" # where uninstallers run
    uninstall_from "$usual" /PURGE
    expect_equal "nor does the uninstaller" "" "$(find "$user_folder/Temp" -name '*.loaded' -printf '%f ')"
    (cd "$user_folder/Temp" && rm -f -- "${names[@]/%/.dll}")
    expect_removed "$usual"
}

rm -rf "$work"
mkdir -p "$work"
make_certificate
build_installers
fresh_windows
# Which program opens PDFs before anything is installed; Wine brings one of its own.
declare -A opens_pdf=([HKCU]=$(registry 'HKCU\Software\Classes\.pdf') [HKLM]=$(registry 'HKLM\Software\Classes\.pdf'))
data=$user_folder/AppData/Local/BidSeal
usual=$user_folder/AppData/Local/Programs/BidSeal
menu=$user_folder/AppData/Roaming/Microsoft/Windows/'Start Menu'/Programs

refuses_what_it_cannot_do
installs_older_version
refuses_while_running
upgrades
refuses_to_go_back
finds_changes_and_repairs
uninstalls_keeping_data
installs_into_chinese_folder_with_presets
installs_for_everybody_with_files_beside
loads_no_planted_library
printf 'All of it holds, in %d s.\n' "$SECONDS"
