#include "core/base/Log.h"
#include "core/base/platform/SecretStore.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Problem.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::platform;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

template <class T> ErrorCode codeOf(const Result<T>& result)
{
    return result ? ErrorCode::InternalFault : result.error().code;
}

Secret key(char byte) { return Secret::fromUtf8(std::string(kKeptKeySize, byte)); }

} // namespace

/// A key for the account of whoever is logged in.
class tst_SecretStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void givesBackWhatItKeeps();
    void theFirstKeyStays();
    void nothingIsKeptIsNoFault();
    void halfAKeyIsNone();
    void aLinkIsNoKey();
    void leavesNothingBehindWhereItCannotKeep();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"印章.key"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SecretStore::givesBackWhatItKeeps()
{
    auto all = std::string(kKeptKeySize, '\0');
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<char>(i * 8); // zeros and line ends are bytes like others
    const auto kept = keepKey(file(), Secret::fromUtf8(all));
    QVERIFY2(kept, problemOf(kept).constData());
    const auto back = keptKey(file());
    QVERIFY2(back, problemOf(back).constData());
    QVERIFY(back->view() == all);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList(u"印章.key"_s));
#ifdef Q_OS_WIN
    QVERIFY(!readFile(file()).contains(QByteArray::fromStdString(all)));
#else
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file()) & others));
#endif
}

void tst_SecretStore::theFirstKeyStays()
{
    QVERIFY(keepKey(file(), key('a')));
    QCOMPARE(codeOf(keepKey(file(), key('b'))), ErrorCode::OutputExists);
    QVERIFY(keptKey(file())->view() == key('a').view());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
}

void tst_SecretStore::nothingIsKeptIsNoFault()
{
    QCOMPARE(codeOf(keptKey(file())), ErrorCode::FileNotFound);
    QCOMPARE(codeOf(keptKey(m_folder->filePath(u"nowhere/key"_s))), ErrorCode::FileNotFound);
}

void tst_SecretStore::halfAKeyIsNone()
{
    for (const auto size : { 0, 1, 31, 33, 4096 }) {
        QVERIFY(writeFile(file(), QByteArray(size, 'x')));
        QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(codeOf(keptKey(file())), ErrorCode::SealStoreUnavailable);
    }
}

void tst_SecretStore::aLinkIsNoKey()
{
    QVERIFY(keepKey(m_folder->filePath(u"elsewhere"_s), key('a')));
    QVERIFY(QFile::link(m_folder->filePath(u"elsewhere"_s), file()));
    QCOMPARE(codeOf(keptKey(file())), ErrorCode::SealStoreUnavailable);
}

void tst_SecretStore::leavesNothingBehindWhereItCannotKeep()
{
    QVERIFY(!keepKey(m_folder->filePath(u"nowhere/key"_s), key('a')));
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

QTEST_GUILESS_MAIN(tst_SecretStore)
#include "tst_SecretStore.moc"
