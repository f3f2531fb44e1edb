#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace bidseal::platform {

/// What a library or a program says of itself in its first bytes, on whatever system it is looked at: for whom it was
/// built, and whether the whole of it is there.
struct LibraryFormat {
    enum class Kind { Elf, Pe };
    enum class ByteOrder { LittleEndian, BigEndian };
    enum class Extent {
        Whole,
        CutOff, ///< parts of which the headers tell lie beyond the end of the file
    };
    Kind kind = Kind::Elf;
    int bits = 64; ///< 32 or 64
    ByteOrder byteOrder = ByteOrder::LittleEndian;
    quint16 machine = 0; ///< e_machine (ELF), Machine (PE)
    Extent extent = Extent::Whole;

    [[nodiscard]] QString machineName() const; ///< "x86-64"; a number where it is a rare one
};

/// Nothing where the bytes begin neither an ELF file nor a PE file. `head` is the beginning of a file of `fileSize`
/// bytes; nothing outside of it is looked at, whatever it says.
[[nodiscard]] std::optional<LibraryFormat> libraryFormat(QByteArrayView head, qint64 fileSize);
/// Of a file; nothing too where it cannot be read.
[[nodiscard]] std::optional<LibraryFormat> libraryFormatOf(const QString& path);

/// Programs can load libraries only that were built for the same machine.
[[nodiscard]] bool isForSameMachine(const LibraryFormat& library, const LibraryFormat& program);

/// Whether `function` occurs as a whole word in the file: a library that exports it by name says so in its tables. At
/// most 64 MB are read.
[[nodiscard]] bool namesFunction(const QString& path, const QByteArray& function);

} // namespace bidseal::platform
