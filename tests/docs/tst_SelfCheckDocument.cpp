#include "core/environment/Catalogue.h"
#include "core/environment/PolicyFile.h"

#include <QFile>
#include <QTest>

using namespace bidseal::environment;
using namespace Qt::StringLiterals;

/// docs/self-check.md has a row for each check: | `id` | what and how | what it cannot see | what the program's own
/// policy requires |
class tst_SelfCheckDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCheckHasItsRow()
    {
        QFile document(QStringLiteral(BIDSEAL_SOURCE_DIR "/docs/self-check.md"));
        QVERIFY2(document.open(QIODevice::ReadOnly | QIODevice::Text), qPrintable(document.errorString()));
        QHash<QString, QStringList> rows;
        for (const auto& line : QString::fromUtf8(document.readAll()).split(u'\n')) {
            const auto cells = line.split(u" | "_s);
            if (line.startsWith(u"| `"_s) && cells.size() == 4)
                rows.insert(cells[0].mid(3).chopped(1), cells);
        }
        const auto policy = standardPolicy();
        for (const auto& check : allChecks()) {
            const auto id = QString::fromLatin1(check->traits().id);
            const auto row = rows.take(id);
            QVERIFY2(!row.isEmpty(), qPrintable(u"docs/self-check.md has no row for "_s + id));
            QVERIFY2(!row[1].isEmpty() && !row[2].isEmpty(), qPrintable(id));
            const bool mustPass = policy.ruleFor(id).requirement == Requirement::MustPass;
            QVERIFY2(row[3].startsWith(mustPass ? u"must pass"_s : u"advisory"_s), qPrintable(id + row[3]));
        }
        rows.remove(u"key-trial"_s); // on request only
        QVERIFY2(
            rows.isEmpty(), qPrintable(u"docs/self-check.md explains what is no check: "_s + rows.keys().join(u' ')));
    }
};

QTEST_GUILESS_MAIN(tst_SelfCheckDocument)
#include "tst_SelfCheckDocument.moc"
