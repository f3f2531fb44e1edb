#!/usr/bin/env bash
# What every step of build-sysroot begins with.
set -euo pipefail
recipes=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
prefix=$BIDSEAL_SYSROOT_PREFIX
work=$BIDSEAL_SYSROOT_WORK
pins=$BIDSEAL_SYSROOT_PINS
jobs=$BIDSEAL_JOBS
downloads=$work/download
target=x86_64-w64-mingw32

# Every part is hardened alike: addresses at random, no data that runs, canaries, checked copies. The toolchain files
# give the same to CMake. _FORTIFY_SOURCE and the canaries need libssp, of which `packages` puts a static copy into
# the sysroot, so that no program has to bring another DLL.
hardening="-D_WIN32_WINNT=0x0A00 -fstack-protector-strong -D_FORTIFY_SOURCE=2"
hardening_link="-Wl,--dynamicbase,--nxcompat,--high-entropy-va -fstack-protector-strong -L$prefix/lib"

# What pkg-config finds is the sysroot's, never this machine's.
export PKG_CONFIG_LIBDIR=$prefix/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=

# Shown by build-sysroot while it runs, and kept for the sysroot's own record.
note() { printf 'NOTE: %s\n' "$*"; }

# unpack PACKAGE [members…]: the package's upstream source with Debian's patches, in $source
unpack() {
    local package=$1 original patches patch
    shift
    source=$work/source/$package
    # A step that was interrupted goes on where it was.
    [ ! -f "$source/.unpacked" ] || return 0
    rm -rf "$source"
    mkdir -p "$source"
    # Further parts of a source (documents, demonstrations) have names of their own behind ".orig".
    original=$(find "$downloads/$package" -name '*.orig.tar.*' ! -name '*.asc')
    tar -x --strip-components=1 -C "$source" -f "$original" "$@"
    patches=$(find "$downloads/$package" -name '*.debian.tar.*' | sort -V | tail -n 1)
    if [ -n "$patches" ]; then
        tar -x -C "$source" -f "$patches"
        for patch in $(sed 's/#.*//; s/[[:space:]].*//' "$source/debian/patches/series" 2>/dev/null); do
            apply "$source/debian/patches/$patch"
        done
    fi
    touch "$source/.unpacked"
}

# A source that is unpacked in part takes only the patches for what is there.
apply() {
    local file there=no
    while read -r file; do
        [ ! -e "$source/${file#*/}" ] || there=yes
    done < <(sed -nE 's/^(\+\+\+|---) ([^[:space:]]+).*/\2/p' "$1" | grep -v '^/dev/null$')
    if [ $there = yes ]; then
        echo "patch $(basename "$1")"
        patch -d "$source" -p1 -F0 -t -N -s <"$1"
    else
        echo "patch $(basename "$1"): nothing of it is here"
    fi
}

# configure FOLDER OPTIONS…: prepares what lies in FOLDER with CMake, in $build
configure() {
    local folder=$1
    shift
    build=$work/build/$(basename "$0")
    cmake -G Ninja -S "$folder" -B "$build" -DCMAKE_TOOLCHAIN_FILE="$prefix/mingw.cmake" \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix" "$@"
}

# with_cmake FOLDER OPTIONS…: configures, builds and installs what lies in FOLDER
with_cmake() {
    configure "$@"
    cmake --build "$build" -j "$jobs"
    cmake --install "$build" >/dev/null
}

# with_autoconf "FOLDERS" OPTIONS…: as above, a static library in one folder of an autoconf project, the last of those named
with_autoconf() {
    local parts=$1 part
    shift
    build=$work/build/$(basename "$0")
    mkdir -p "$build"
    cd "$build"
    "$source/configure" --host=$target --prefix="$prefix" --disable-shared --enable-static "$@" \
        CC=$target-gcc-posix CFLAGS="-O2 $hardening" LDFLAGS="$hardening_link"
    for part in $parts; do
        make -j "$jobs" -C "$part"
    done
    make -C "$part" install
}
