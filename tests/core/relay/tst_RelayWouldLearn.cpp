// The checks of tst_RelayLearnsNothing are worth something: they fail where records are not encrypted.
#include <QProcess>
#include <QtTest>

using namespace Qt::StringLiterals;

class tst_RelayWouldLearn : public QObject {
    Q_OBJECT

private:
    QString m_output;

private Q_SLOTS:
    void initTestCase()
    {
        QProcess process;
        process.start(QStringLiteral(BIDSEAL_CHECKER_WITHOUT_ENCRYPTION), { u"-o"_s, u"-,txt"_s });
        QVERIFY(process.waitForFinished(60'000));
        m_output = QString::fromUtf8(process.readAllStandardOutput());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit); // it judges, it does not crash
        QVERIFY2(process.exitCode() != 0, qUtf8Printable(m_output));
    }

    void withoutEncryptionTheCheckFails_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* check, const QString& reason) {
            QTest::newRow(check) << QString::fromLatin1(check) << reason;
        };
        row("noPlaintextShows", u"plaintext shows"_s);
        row("noBlockRepeats", u"a block repeats"_s);
        row("bytesAreSpreadEvenly", u"spread"_s);
        row("onesAndZerosAreEven", u"off"_s);
        row("noPlaceOfARecordHasStructure", u"off"_s);
        row("neighboursAreIndependent", u"differences"_s);
        row("nothingCanBeCompressed", u"records can be compressed"_s);
        row("noTwoRecordsShareAKeyStream", u"records share a key stream"_s);
        row("nothingOpensWithWhatTheRelayKnows", u"a record opens with what the relay knows"_s);
    }
    void withoutEncryptionTheCheckFails()
    {
        QFETCH(QString, check);
        QFETCH(QString, reason);
        const auto start = m_output.indexOf(u"FAIL!  : tst_RelayLearnsNothing::"_s + check);
        QVERIFY2(start >= 0, qUtf8Printable(m_output));
        const auto line = m_output.sliced(start, m_output.indexOf(u'\n', start) - start);
        QVERIFY2(line.contains(reason), qUtf8Printable(line));
    }

    /// The sessions themselves went well, and the sizes give nothing away: only the missing encryption made it fail.
    void whatDoesNotDependOnEncryptionPasses()
    {
        for (const auto& check : { u"initTestCase"_s, u"recordsHaveOneOfFiveSizes"_s,
                 u"sessionsThatDifferInWordsLookTheSame"_s, u"namesAndProofsSayNothingOfEachOther"_s })
            QVERIFY2(m_output.contains(u"PASS   : tst_RelayLearnsNothing::"_s + check), qUtf8Printable(m_output));
    }
};

QTEST_GUILESS_MAIN(tst_RelayWouldLearn)
#include "tst_RelayWouldLearn.moc"
