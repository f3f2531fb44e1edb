#include "tests/app/bidseal-cli/Workplace.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/SamplePdfs.h"

#include "resources/demonstration/SampleBid.h"

#include <QJsonArray>
#include <QPainter>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using demonstration::KeyType;

namespace {

constexpr int kDpi = 60;

/// The red of a page of the signed file, as two other readers show it.
std::vector<RedShape> redOn(const QString& file, int page, Renderer renderer)
{
    return redShapes(render(renderer, file, page, kDpi), kDpi);
}

} // namespace

/// Seals by rules and plans, from the command line, as other readers show them.
class tst_PlanCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sealsSeveralPages();
    void sealsWhereATextStands();
    void refusesATextThatIsNotThere();
    void putsACrossPageSealOverAllPages();
    void appliesAPlan();
    void refusesAPlanWithoutItsSeal();
    void twoKeysSignInOneRun();
    void namesWhatAChecklistMisses();
    void liftsASealOffItsPaper();

private:
    static QStringList withSeal(Workplace& place, const QStringList& where)
    {
        return place.signArguments()
            + QStringList { u"--seal"_s, place.sealFile(u"公章.png"_s), u"--seal-size"_s, u"30mm"_s } + where;
    }
};

void tst_PlanCommand::sealsSeveralPages()
{
    Workplace place;
    place.setSource(samples::pages(5));
    const auto run = place.run(withSeal(place, { u"--at"_s, u"x=60mm,y=100mm"_s, u"--pages"_s, u"odd"_s }));
    QCOMPARE(run.errorCode(), QString());
    QCOMPARE(run.json[u"marks"_s].toArray().size(), 3);
    for (const auto renderer : { Renderer::Poppler, Renderer::Mupdf }) {
        for (int page = 0; page < 5; ++page)
            QCOMPARE(redOn(place.output(), page, renderer).size(), std::size_t(page % 2 == 0 ? 1 : 0));
    }
}

void tst_PlanCommand::sealsWhereATextStands()
{
    Workplace place;
    QVERIFY(demonstration::writeSampleBid({ .date = QDate(2026, 11, 21) }, place.source()));
    place.setSource(readFile(place.source()));
    const auto every = place.run(withSeal(place, { u"--keyword"_s, u"投标人,nth=1,dx=20mm"_s }));
    QCOMPARE(every.errorCode(), QString());
    const auto mark = every.json[u"marks"_s].toArray().first().toObject();
    QCOMPARE(every.json[u"marks"_s].toArray().size(), 1);
    const auto shapes = redOn(place.output(), mark[u"page"_s].toInt() - 1, Renderer::Poppler);
    const QPointF wanted(mark[u"xMm"_s].toDouble(), mark[u"yMm"_s].toDouble());
    QVERIFY(std::any_of(shapes.begin(), shapes.end(),
        [&](const RedShape& shape) { return QLineF(shape.boundsMm.center(), wanted).length() < 1; }));
}

void tst_PlanCommand::refusesATextThatIsNotThere()
{
    Workplace place;
    const auto run = place.run(withSeal(place, { u"--keyword"_s, u"没有这样的文字"_s }));
    place.expectFailure(run, ErrorCode::KeywordNotFound);
}

void tst_PlanCommand::putsACrossPageSealOverAllPages()
{
    Workplace place;
    place.setSource(samples::pages(4));
    const auto run = place.run(place.signArguments()
        + QStringList { u"--seam"_s, place.sealFile(u"公章.png"_s), u"--seam-size"_s, u"40mm"_s });
    QCOMPARE(run.errorCode(), QString());
    QCOMPARE(pdfsig(place.output()).size(), std::size_t(4)); // up to 16 marks are fields that share the signature
    for (const auto renderer : { Renderer::Poppler, Renderer::Mupdf }) {
        double width = 0;
        for (int page = 0; page < 4; ++page) {
            const auto shapes = redOn(place.output(), page, renderer);
            QCOMPARE(shapes.size(), std::size_t(1));
            width += shapes[0].boundsMm.width();
            QVERIFY(qAbs(shapes[0].boundsMm.height() - 40) < 1);
        }
        QVERIFY2(qAbs(width - 40) < 2, qPrintable(QString::number(width)));
    }
}

void tst_PlanCommand::appliesAPlan()
{
    Workplace place;
    place.setSource(samples::pages(3));
    const auto planFile = place.path(u"plan.json"_s);
    QVERIFY(writeFile(planFile, R"({
        "version": 1, // of the format
        "title": "样例方案",
        "entries": [
            { "seal": { "kind": "company" }, "onPages": { "pages": "r1", "xMm": 60, "yMm": 60, "corner": "bottom-right" } },
            { "seal": { "kind": "company" }, "alongSeam": { "edge": "right" } }
        ]
    })"));
    auto arguments = place.signArguments();
    arguments[0] = u"plan"_s;
    arguments.insert(1, u"apply"_s);
    arguments.insert(2, planFile);
    const auto run = place.run(
        arguments + QStringList { u"--seal"_s, place.sealFile(u"公章.png"_s), u"--seal-size"_s, u"40mm"_s });
    QCOMPARE(run.errorCode(), QString());
    QCOMPARE(run.json[u"marks"_s].toArray().size(), 4); // three strips and the seal
    QCOMPARE(redOn(place.output(), 2, Renderer::Poppler).size(), std::size_t(2));
    QCOMPARE(qpdfComplaint(place.output()), QString());
}

void tst_PlanCommand::refusesAPlanWithoutItsSeal()
{
    Workplace place;
    const auto planFile = place.path(u"plan.json"_s);
    QVERIFY(
        writeFile(planFile, R"({ "version": 1, "entries": [ { "seal": { "kind": "finance" }, "alongSeam": {} } ] })"));
    auto arguments = place.signArguments();
    arguments[0] = u"plan"_s;
    arguments.insert(1, u"apply"_s);
    arguments.insert(2, planFile);
    place.expectFailure(place.run(arguments), ErrorCode::SealNotFound);
}

void tst_PlanCommand::twoKeysSignInOneRun()
{
    Workplace place;
    const auto person = place.keyFile({ .company = demonstration::samplePurchaser(), .keyType = KeyType::P256 });
    const auto run = place.run(withSeal(place, { u"--at"_s, u"page=1,x=60mm,y=100mm"_s })
        + QStringList { u"--key"_s, u"p12:"_s + person, u"--pin-file"_s, place.passwordFile(), u"--seal"_s,
            place.sealFile(u"法定代表人章.png"_s), u"--seal-size"_s, u"20mm"_s, u"--at"_s, u"page=1,x=120mm,y=100mm"_s,
            u"--by"_s, u"2"_s });
    QCOMPARE(run.errorCode(), QString());
    QCOMPARE(run.json[u"signers"_s].toArray().size(), 2);
    const auto verdicts = pdfsig(place.output());
    QCOMPARE(verdicts.size(), std::size_t(2));
    QVERIFY(verdicts[0].isValid && verdicts[1].isValid && verdicts[0].signer != verdicts[1].signer);
    QVERIFY(mupdfFindsOnlySignatures(place.output()));
}

void tst_PlanCommand::namesWhatAChecklistMisses()
{
    Workplace place;
    place.setSource(samples::pages(3));
    const auto checklist = place.path(u"checklist.json"_s);
    QVERIFY(writeFile(checklist, R"({
        "version": 1, "id": "sample", "title": "样例检查单",
        "requirements": [
            { "id": "every-page", "title": "每页", "kinds": [ "company" ], "everyPage": true },
            { "id": "seam", "title": "骑缝章", "kinds": [ "company" ], "seam": true }
        ]
    })"));
    const auto check = [&] { return place.run({ u"plan"_s, u"check"_s, checklist, place.output(), u"--json"_s }); };
    const auto statusOf = [](const CliRun& run, int i) {
        return run.json[u"requirements"_s].toArray()[i].toObject()[u"status"_s].toString();
    };
    QCOMPARE(place.run(withSeal(place, { u"--at"_s, u"x=60mm,y=100mm"_s, u"--pages"_s, u"all"_s })).exitCode, 0);
    const auto missing = check();
    QCOMPARE(missing.exitCode, 1);
    QCOMPARE(statusOf(missing, 0), u"done"_s);
    QCOMPARE(statusOf(missing, 1), u"missing"_s);

    QFile::remove(place.output());
    QCOMPARE(place
                 .run(withSeal(place, { u"--at"_s, u"x=60mm,y=100mm"_s, u"--pages"_s, u"all"_s })
                     + QStringList { u"--seam"_s, place.sealFile(u"公章.png"_s), u"--seam-size"_s, u"40mm"_s })
                 .exitCode,
        0);
    const auto ready = check();
    QCOMPARE(ready.exitCode, 0);
    QVERIFY(ready.json[u"ready"_s].toBool());

    const auto unknown = place.run({ u"plan"_s, u"check"_s, u"no-such-checklist"_s, place.output(), u"--json"_s });
    QCOMPARE(unknown.exitCode, 3);
    QCOMPARE(unknown.errorCode(), u"file-not-found"_s);
}

void tst_PlanCommand::liftsASealOffItsPaper()
{
    Workplace place;
    QImage sheet(900, 1200, QImage::Format_RGB32);
    sheet.fill(QColor(244, 242, 236));
    {
        QPainter painter(&sheet);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(200, 30, 40), 14));
        painter.drawEllipse(QPointF(450, 500), 230, 230);
        painter.drawEllipse(QPointF(450, 500), 60, 60);
    }
    sheet.setDotsPerMeterX(qRound(300 / 0.0254));
    sheet.setDotsPerMeterY(qRound(300 / 0.0254));
    const auto scan = place.path(u"印模.png"_s);
    QVERIFY(sheet.save(scan));
    const auto picture = place.path(u"out/印章.png"_s);
    const auto run = place.run({ u"seal"_s, u"extract"_s, scan, u"--out"_s, picture, u"--json"_s });
    QCOMPARE(run.errorCode(), QString());
    QCOMPARE(run.exitCode, 0);
    const double trueWidth = 474 / 300.0 * 25.4;
    QVERIFY2(qAbs(run.json[u"widthMm"_s].toDouble() - trueWidth) < trueWidth * 0.02,
        qPrintable(QString::number(run.json[u"widthMm"_s].toDouble())));
    const QImage seal(picture);
    QVERIFY(seal.hasAlphaChannel());
    QCOMPARE(qAlpha(seal.pixel(seal.width() / 2, seal.height() / 2)), 0); // the paper inside the star is gone

    const auto again = place.run({ u"seal"_s, u"extract"_s, scan, u"--out"_s, picture, u"--json"_s });
    QCOMPARE(again.errorCode(), u"output-exists"_s);
    QImage blank(600, 600, QImage::Format_RGB32);
    blank.fill(Qt::white);
    QVERIFY(blank.save(scan));
    const auto nothing = place.run({ u"seal"_s, u"extract"_s, scan, u"--out"_s, picture, u"--force"_s, u"--json"_s });
    QCOMPARE(nothing.errorCode(), u"impression-not-found"_s);
}

QTEST_MAIN(tst_PlanCommand)
#include "tst_PlanCommand.moc"
