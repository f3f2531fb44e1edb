#include "core/base/platform/LibraryFile.h"

#include <QLibraryInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

using namespace bidseal::platform;
using namespace Qt::StringLiterals;

class tst_LibraryFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsThisProgram();
    void readsElfOf32Bits();
    void readsElfOfBigEndianMachines();
    void readsWindowsLibraries_data();
    void readsWindowsLibraries();
    void tellsFilesWithoutTheirEnd();
    void tellsWindowsLibrariesWithoutTheirEnd();
    void tellsWhatIsNoLibrary_data();
    void tellsWhatIsNoLibrary();
    void onlySameMachinesGoTogether();
    void namesRareMachinesByNumber();
    void findsNamesOfFunctions();
    void survivesHeadersThatLie();
    void survivesRandomBytes();
};

namespace {

template <class Number> void put(QByteArray& bytes, qsizetype offset, Number value)
{
    qToLittleEndian(value, bytes.data() + offset);
}

/// No more than a header: for a machine, without segments and sections.
QByteArray elf(int bits, quint16 machine)
{
    QByteArray bytes(bits == 64 ? 64 : 52, '\0');
    bytes.replace(0, 4,
        "\x7F"
        "ELF");
    bytes[4] = static_cast<char>(bits == 64 ? 2 : 1);
    bytes[5] = 1;
    bytes[6] = 1;
    put<quint16>(bytes, 16, 3);
    put<quint16>(bytes, 18, machine);
    return bytes;
}

/// A header and one section of 512 bytes.
QByteArray pe(int bits, quint16 machine)
{
    QByteArray bytes(1024, '\0');
    bytes.replace(0, 2, "MZ");
    put<quint32>(bytes, 0x3C, 0x80);
    bytes.replace(0x80, 4, QByteArray("PE\0\0", 4));
    put<quint16>(bytes, 0x80 + 4, machine);
    put<quint16>(bytes, 0x80 + 6, 1);
    put<quint16>(bytes, 0x80 + 20, 0xF0);
    put<quint16>(bytes, 0x80 + 24, bits == 64 ? 0x20B : 0x10B);
    put<quint32>(bytes, 0x80 + 24 + 0xF0 + 16, 512);
    put<quint32>(bytes, 0x80 + 24 + 0xF0 + 20, 512);
    return bytes;
}

std::optional<LibraryFormat> formatOf(const QByteArray& bytes) { return libraryFormat(bytes, bytes.size()); }

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void tst_LibraryFile::readsThisProgram()
{
    const auto format = libraryFormatOf(QCoreApplication::applicationFilePath());
    QVERIFY(format);
    QCOMPARE(format->bits, QT_POINTER_SIZE * 8);
    QCOMPARE(format->extent, LibraryFormat::Extent::Whole);
#ifdef Q_OS_WIN
    QCOMPARE(format->kind, LibraryFormat::Kind::Pe);
#else
    QCOMPARE(format->kind, LibraryFormat::Kind::Elf);
#endif
#ifdef Q_PROCESSOR_X86_64
    QCOMPARE(format->machineName(), u"x86-64"_s);
#endif
}

void tst_LibraryFile::readsElfOf32Bits()
{
    const auto format = formatOf(elf(32, 3));
    QVERIFY(format);
    QCOMPARE(format->kind, LibraryFormat::Kind::Elf);
    QCOMPARE(format->bits, 32);
    QCOMPARE(format->machineName(), u"x86"_s);
    QCOMPARE(format->extent, LibraryFormat::Extent::Whole);
}

void tst_LibraryFile::readsElfOfBigEndianMachines()
{
    auto bytes = elf(64, 0);
    bytes[5] = 2;
    qToBigEndian<quint16>(8, bytes.data() + 18);
    const auto format = formatOf(bytes);
    QVERIFY(format);
    QCOMPARE(format->byteOrder, LibraryFormat::ByteOrder::BigEndian);
    QCOMPARE(format->machineName(), u"MIPS"_s);
}

void tst_LibraryFile::readsWindowsLibraries_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<quint16>("machine");
    QTest::addColumn<QString>("name");
    QTest::newRow("64 bit") << 64 << quint16(0x8664) << u"x86-64"_s;
    QTest::newRow("32 bit") << 32 << quint16(0x014C) << u"x86"_s;
    QTest::newRow("ARM") << 64 << quint16(0xAA64) << u"ARM64"_s;
}

void tst_LibraryFile::readsWindowsLibraries()
{
    QFETCH(int, bits);
    QFETCH(quint16, machine);
    QFETCH(QString, name);
    const auto format = formatOf(pe(bits, machine));
    QVERIFY(format);
    QCOMPARE(format->kind, LibraryFormat::Kind::Pe);
    QCOMPARE(format->bits, bits);
    QCOMPARE(format->machineName(), name);
    QCOMPARE(format->extent, LibraryFormat::Extent::Whole);
}

void tst_LibraryFile::tellsFilesWithoutTheirEnd()
{
    const auto whole = contentOf(QCoreApplication::applicationFilePath());
    for (const auto part : { 2, 3, 10 }) {
        const auto format = formatOf(whole.first(whole.size() - whole.size() / part));
        QVERIFY(format);
        QCOMPARE(format->extent, LibraryFormat::Extent::CutOff);
    }
}

void tst_LibraryFile::tellsWindowsLibrariesWithoutTheirEnd()
{
    const auto format = formatOf(pe(64, 0x8664).first(1000));
    QVERIFY(format);
    QCOMPARE(format->extent, LibraryFormat::Extent::CutOff);
}

void tst_LibraryFile::tellsWhatIsNoLibrary_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("This is the driver.\n");
    QTest::newRow("half a mark") << QByteArray("\x7F"
                                               "EL");
    QTest::newRow("nothing behind the mark") << QByteArray("\x7F"
                                                           "ELF");
    QTest::newRow("a class that there is not") << elf(64, 62).replace(4, 1, "\x07");
    QTest::newRow("a DOS program") << pe(64, 0x8664).replace(0x80, 2, "NE");
    QTest::newRow("a place far behind the end") << pe(64, 0x8664).replace(0x3C, 4, "\xFF\xFF\xFF\xFF");
}

void tst_LibraryFile::tellsWhatIsNoLibrary()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!formatOf(bytes));
}

void tst_LibraryFile::onlySameMachinesGoTogether()
{
    const auto program = *formatOf(elf(64, 62));
    QVERIFY(isForSameMachine(*formatOf(elf(64, 62)), program));
    QVERIFY(!isForSameMachine(*formatOf(elf(32, 3)), program));
    QVERIFY(!isForSameMachine(*formatOf(elf(64, 183)), program));
    QVERIFY(!isForSameMachine(*formatOf(pe(64, 0x8664)), program));
}

void tst_LibraryFile::namesRareMachinesByNumber() { QCOMPARE(formatOf(elf(64, 22))->machineName(), u"0x0016"_s); }

void tst_LibraryFile::findsNamesOfFunctions()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"library"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("\0C_GetFunctionListOther\0C_GetFunctionList\0", 42));
    file.close();
    QVERIFY(namesFunction(path, "C_GetFunctionList"));
    QVERIFY(!namesFunction(path, "GetFunctionList"));
    QVERIFY(!namesFunction(path, "SKF_ConnectDev"));
    QVERIFY(!namesFunction(folder.filePath(u"none"_s), "C_GetFunctionList"));
}

void tst_LibraryFile::survivesHeadersThatLie()
{
    for (const auto& sample : { elf(64, 62), elf(32, 3), pe(64, 0x8664) }) {
        for (qsizetype at = 0; at < sample.size(); ++at) {
            auto bytes = sample;
            bytes[at] = '\xFF';
            (void)formatOf(bytes);
            bytes.replace(at, 8, QByteArray(8, '\xFF'));
            (void)formatOf(bytes);
            (void)formatOf(bytes.first(at));
        }
    }
}

void tst_LibraryFile::survivesRandomBytes()
{
    QRandomGenerator random(20'260'601);
    for (auto round = 0; round < 20'000; ++round) {
        QByteArray bytes(random.bounded(400), Qt::Uninitialized);
        for (auto& byte : bytes)
            byte = static_cast<char>(random.generate());
        if (round % 2 == 0)
            bytes.prepend(round % 4 == 0 ? QByteArray("\x7F"
                                                      "ELF")
                                         : QByteArray("MZ"));
        (void)libraryFormat(bytes, bytes.size() + random.bounded(1000));
    }
}

QTEST_GUILESS_MAIN(tst_LibraryFile)
#include "tst_LibraryFile.moc"
