#!/usr/bin/env bash
# Plants libraries wherever a program might look for some, starts the programs of an installed folder under Wine, and sees
# that none of them was loaded: planting.sh FOLDER
#
# What is planted writes a line when it is loaded. That it would be noticed is proved first: by programs that do load it,
# and by the same library in the program's own folder, which nobody but the installer may write to.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
root=$(readlink -f "$here/../../..")
folder=$(readlink -f "${1:?usage: $0 FOLDER}")
[ -f "$folder/bidseal-cli.exe" ] || { echo "$folder holds no bidseal-cli.exe" >&2 && exit 2; }
if [ -z "${DISPLAY:-}" ]; then
    exec xvfb-run -a "$0" "$folder"
fi
compiler=x86_64-w64-mingw32-gcc-posix
work=$(mktemp -d "${TMPDIR:-/tmp}/planting XXXXXX") # OpenSSL takes names of libraries in the system's own encoding
trap 'rm -rf "$work"' EXIT
evil=$work/evil
program=$work/程序
note=$work/note.txt
broken=0

windows() { printf 'Z:%s' "${1//\//\\}"; }

# Names that Windows' libraries, Qt and drivers ask for, most of which Windows has in System32 as well.
names=(version dwmapi uxtheme cryptbase profapi wtsapi32 dbghelp userenv netapi32 winmm dxgi d3d11 opengl32 opengl32sw
    libGLESv2 d3dcompiler_47 textinputframework winscard libssl-3-x64 libcrypto-3-x64 libstdc++-6 Qt6Svg qt6sql planted)

cat >"$work/planted.c" <<'END'
#include <windows.h>

#include <stdio.h>

#ifdef PLUGIN
__attribute__((section(".qtmetadata"), used)) static const unsigned char metadata[] = {
#include "metadata.h"
};
#endif

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID reserved)
{
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH) {
        WCHAR own[1024], program[1024];
        GetModuleFileNameW(self, own, 1024);
        GetModuleFileNameW(NULL, program, 1024);
        FILE* file = _wfopen(_wgetenv(L"BIDSEAL_PLANTED_NOTE"), L"a, ccs=UTF-8");
        if (file) {
            fwprintf(file, L"%ls in %ls\n", own, program);
            fclose(file);
        }
    }
    return TRUE;
}
END

# Loads what it is told to, as a program would that does not say from where.
cat >"$work/careless.c" <<'END'
#include <windows.h>

int wmain(int count, wchar_t* arguments[]) { return count == 2 && LoadLibraryW(arguments[1]) ? 0 : 1; }
END
# Lets OpenSSL read its settings, as every program that uses it does by itself.
cat >"$work/settings.c" <<'END'
int OPENSSL_init_crypto(unsigned long long options, const void* settings);
int main(void) { return OPENSSL_init_crypto(0x40, 0) == 1 ? 0 : 1; }
END

build() {
    mkdir -p "$evil" "$work/careless"
    "$compiler" -shared -o "$evil/planted.dll" "$work/planted.c"
    "$compiler" -municode -o "$work/careless/careless.exe" "$work/careless.c"
    cp "$folder/libcrypto-3-x64.dll" "$work/careless/"
    "$compiler" -o "$work/careless/settings.exe" "$work/settings.c" "$folder/libcrypto-3-x64.dll"
    local name plugin
    for name in "${names[@]}"; do
        [ -f "$evil/$name.dll" ] || cp "$evil/planted.dll" "$evil/$name.dll"
    done
    while IFS= read -r plugin; do # as Qt knows them: by what they say of themselves
        mkdir -p "$evil/plugins/${plugin%/*}"
        x86_64-w64-mingw32-objcopy -O binary --only-section=.qtmetadata "$folder/$plugin" "$work/metadata"
        od -An -v -tu1 "$work/metadata" | sed 's/\([0-9]\+\)/\1,/g' >"$work/metadata.h"
        "$compiler" -shared -DPLUGIN -I"$work" -o "$evil/plugins/$plugin" "$work/planted.c"
    done < <(cd "$folder" && find . -mindepth 2 -name 'q*.dll' -printf '%P\n')
    # A platform of another name, which the program's own folder does not have.
    x86_64-w64-mingw32-objcopy -O binary --only-section=.qtmetadata "$folder/platforms/qwindows.dll" "$work/metadata"
    LC_ALL=C sed -i 's/windows/planted/' "$work/metadata"
    od -An -v -tu1 "$work/metadata" | sed 's/\([0-9]\+\)/\1,/g' >"$work/metadata.h"
    "$compiler" -shared -DPLUGIN -I"$work" -o "$evil/plugins/platforms/qplanted.dll" "$work/planted.c"
    printf 'openssl_conf = start\n[start]\nengines = engines\n[engines]\nplanted = planted\n[planted]\ndynamic_path = %s\n' \
        "Z:${evil}/planted.dll" >"$evil/openssl.cnf"
    cp -r "$folder" "$program"
    printf '%%PDF-1.7\n%%%%EOF\n' >"$evil/投标文件.pdf"
}

# Everything that somebody else can choose about a start: the current folder, the search path, the environment.
# run SECONDS PROGRAM [arguments…]
run() {
    local seconds=$1
    shift
    rm -f "$note"
    (
        cd "$evil"
        export BIDSEAL_WINE_PATH BIDSEAL_PLANTED_NOTE WINEDLLOVERRIDES BIDSEAL_DATA_DIR
        BIDSEAL_WINE_PATH=$(windows "$evil")
        BIDSEAL_PLANTED_NOTE=$(windows "$note")
        BIDSEAL_DATA_DIR=$(windows "$work/data")
        # Wine prefers its own libraries to files of these names; Windows knows no such preference.
        WINEDLLOVERRIDES=$(printf '*%s,' "${names[@]}")
        WINEDLLOVERRIDES=${WINEDLLOVERRIDES%,}=n,b
        timeout -k 1 "$seconds" "$root/installer/windows/wine" "$@" >"$work/output" 2>&1 || true
    ) 2>/dev/null # where bash tells that it was ended
}

with_evil_environment() {
    QT_PLUGIN_PATH=$(windows "$evil/plugins") QT_QPA_PLATFORM_PLUGIN_PATH=$(windows "$evil/plugins/platforms") \
        OPENSSL_CONF=$(windows "$evil/openssl.cnf") OPENSSL_MODULES=$(windows "$evil") \
        OPENSSL_ENGINES=$(windows "$evil") "$@"
}

must_be_noticed() {
    [ -s "$note" ] || { echo "NOT NOTICED: $1" && cat "$work/output" && broken=1; }
}

must_not_be_loaded() {
    [ ! -s "$note" ] || { printf 'LOADED: %s:\n' "$1" && tr -d '\357\273\277' <"$note" && broken=1; }
}

prove_that_it_would_be_noticed() {
    run 30 "$work/careless/careless.exe" planted.dll
    must_be_noticed "a library in the current folder"
    with_evil_environment run 30 "$work/careless/settings.exe"
    must_be_noticed "a library that OpenSSL's settings name"
    cp "$evil/dwmapi.dll" "$program/"
    run 15 "$program/bidseal.exe"
    must_be_noticed "a library in the program's own folder"
    rm "$program/dwmapi.dll"
    cp "$program/platforms/qwindows.dll" "$work/qwindows.dll"
    cp "$evil/plugins/platforms/qwindows.dll" "$program/platforms/"
    run 15 "$program/bidseal.exe"
    must_be_noticed "a plugin of Qt's in the program's own folder"
    cp "$work/qwindows.dll" "$program/platforms/"
}

plant() {
    local module=${BIDSEAL_SAMPLE_MODULE:-$root/build/windows-mingw/bin/scripted-pkcs11.dll}
    with_evil_environment run 30 "$program/bidseal-cli.exe" version
    grep -q bidseal-cli "$work/output" || { echo "NOT STARTED: bidseal-cli" && cat "$work/output" && broken=1; }
    must_not_be_loaded "bidseal-cli version"
    with_evil_environment run 120 "$program/bidseal-cli.exe" check
    must_not_be_loaded "bidseal-cli check, with its check hosts"
    with_evil_environment run 30 "$program/bidseal-cli.exe" sign "$(windows "$evil/投标文件.pdf")" --out "$(windows "$work/signed.pdf")" \
        --key "$(windows "$evil/none.p12")"
    must_not_be_loaded "bidseal-cli sign of a document beside planted libraries"
    if [ -f "$module" ]; then
        with_evil_environment run 60 "$program/bidseal-cli.exe" keys --module "$(windows "$module")"
        must_not_be_loaded "bidseal-cli keys, with its token host"
    else
        echo "NOT TESTED: the token host, because $module is not there (build the tests, or set BIDSEAL_SAMPLE_MODULE)"
        broken=1
    fi
    with_evil_environment run 30 "$program/bidseal.exe" "$(windows "$evil/投标文件.pdf")"
    must_not_be_loaded "the client with a document beside planted libraries"
    QT_QPA_PLATFORM=planted with_evil_environment run 30 "$program/bidseal.exe"
    must_not_be_loaded "the client with a plugin of Qt's that the environment names"
    rm -rf "$work/data"
    # As a page could try it, which has a link opened.
    run 30 "$program/bidseal.exe" bidseal:x -platform planted -platformpluginpath "$(windows "$evil/plugins/platforms")"
    must_not_be_loaded "the client with options of Qt's behind a link"
    [ -d "$work/data" ] || { echo "NOT STARTED: the client" && cat "$work/output" && broken=1; }
}

"$root/installer/windows/wine" --prefix >/dev/null
build
prove_that_it_would_be_noticed
plant
[ "$broken" = 0 ] || exit 1
echo "Nothing that was planted was loaded."
