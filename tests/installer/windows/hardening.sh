#!/usr/bin/env bash
# What Windows' loader reads of the programs in a folder: hardening.sh FOLDER
#
# Every program and library may be loaded anywhere and executes no data, every program says what it is and what it needs,
# and nothing asks for a library that is neither in the folder nor Windows' own. Exit code 1 where something is not so.
set -euo pipefail
folder=$(readlink -f "${1:?usage: $0 FOLDER}")
objdump=x86_64-w64-mingw32-objdump
broken=0

says() {
    printf '%s: %s\n' "${file#"$folder"/}" "$1"
    broken=1
}

# Windows 10 brings these (api-ms-win-… are names for parts of them).
windows_own=" advapi32 authz avrt bcrypt cfgmgr32 comctl32 comdlg32 crypt32 d2d1 d3d11 d3d12 d3d9 dnsapi dwmapi dwrite
 dxgi gdi32 imm32 iphlpapi kernel32 mpr msvcrt ncrypt netapi32 ntdll ole32 oleaut32 opengl32 psapi rpcrt4 secur32 setupapi
 shcore shell32 shlwapi ucrtbase user32 userenv usp10 uxtheme version winhttp wininet winmm winscard winspool.drv wintrust
 ws2_32 wsock32 wtsapi32 "

# grep -q would end before it has read everything, and whoever writes to it would fail.
holds() { grep "$@" >/dev/null; }

headers() { "$objdump" -p "$file" 2>/dev/null; }
sections() { "$objdump" -h "$file"; }

check_flags() {
    local told
    told=$(headers | sed -n '/^DllCharacteristics/,/^Win32Version\|^SizeOfStackReserve/p')
    grep -q DYNAMIC_BASE <<<"$told" || says "its address does not change from start to start (dynamicbase)"
    grep -q NX_COMPAT <<<"$told" || says "its data can be executed (nxcompat)"
    if "$objdump" -f "$file" | holds pei-x86-64; then
        grep -q HIGH_ENTROPY_VA <<<"$told" || says "its address is one of few (high-entropy-va)"
    fi
    # The uninstaller is NSIS' own stub, which has none; it runs for a moment, from a folder of its own.
    [ "${file##*/}" = uninstall.exe ] || sections | holds '\.reloc' || says "it cannot be loaded at another address (.reloc)"
    sections | grep -A1 ' \.text ' | holds READONLY || says "its code can be written"
}

imports() { headers | sed -n 's/^\s*DLL Name: //p' | sort -u; }

check_imports() {
    local name own
    while read -r name; do
        own=$(tr '[:upper:]' '[:lower:]' <<<"$name")
        own=${own%.dll}
        if [[ $own != api-ms-win-* && "${windows_own//$'\n'/}" != *" $own "* && ! -f $folder/$name ]]; then
            says "it asks for $name, which is neither here nor Windows' own"
        fi
    done < <(imports)
}

# Resources hold text in UTF-16: without the zeros it can be searched.
resources() { tr -d '\000' <"$file"; }

check_manifest() {
    local wanted
    for wanted in 'level="asInvoker"' 8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a PerMonitorV2 'SMI/2016/WindowsSettings">true</longPathAware' \
        Microsoft.Windows.Common-Controls; do
        grep -aqF -- "$wanted" "$file" || says "its manifest lacks $wanted"
    done
    ! grep -aqE 'requireAdministrator|highestAvailable' "$file" || says "it asks for an administrator"
}

check_version() {
    local name=${file##*/} wanted
    for wanted in VS_VERSION_INFO "FileDescription" "OriginalFilename${name%.exe}.exe"; do
        resources | holds -aF -- "$wanted" || says "its version resource lacks $wanted"
    done
    # 标印, whose UTF-16 has no zeros.
    resources | LC_ALL=C holds -aP '\x07\x68\x70\x53 BidSeal' || says "its version resource does not name the product"
}

programs=0
while IFS= read -r -d '' file; do
    check_flags
    check_imports
    case ${file##*/} in
        bidseal*.exe)
            programs=$((programs + 1))
            check_manifest
            check_version
            ;;
    esac
done < <(find "$folder" \( -name '*.exe' -o -name '*.dll' \) -print0 | sort -z)

if [ "$programs" = 0 ]; then
    echo "There is no program of ours in $folder."
    exit 1
fi
[ "$broken" = 0 ] || exit 1
echo "The $programs programs and the libraries beside them are hardened, described, and ask for nothing from elsewhere."
