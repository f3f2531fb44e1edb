#include "core/pdf/SignatureWriter.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/SamplePdfs.h"
#include "tests/ui/document/DocumentFixture.h"
#include "ui/document/DocumentView.h"
#include "ui/document/PageImages.h"

#include <QTest>

using namespace bidseal;
using namespace bidseal::document;
using namespace Qt::StringLiterals;

namespace {

constexpr int kDpi = 96;

/// The marks of the session as a signature would carry them, in a file that the writer has completed.
Status writeSigned(const DocumentSession& session, const QString& output)
{
    auto source = pdf::Document::open(session.path());
    if (!source)
        return failure(source.error());
    pdf::SignatureRequest request;
    for (const seal::PlacedSeal& placed : session.placedSeals())
        request.marks.push_back({ placed.placement, placed.seal.picture, placed.seal.name });
    request.subFilter = "ETSI.CAdES.detached";
    request.claimedTime = QDateTime(QDate(2026, 1, 1), QTime(), Qt::UTC);
    request.contentsCapacity = 64;
    auto prepared = pdf::PreparedSignature::prepare(**source, request, output, {}, {});
    if (!prepared)
        return failure(prepared.error());
    if (const Status embedded = prepared->embed(QByteArray(16, 'x')); !embedded)
        return embedded;
    return prepared->publish(true);
}

QRectF inMm(const QRect& pixels, double pixelsPerMm)
{
    return QRectF(QPointF(pixels.topLeft()) / pixelsPerMm, QSizeF(pixels.size()) / pixelsPerMm);
}

bool isNear(const QRectF& left, const QRectF& right)
{
    constexpr double kTolerance = 0.6; // about two pixels
    return std::abs(left.left() - right.left()) < kTolerance && std::abs(left.right() - right.right()) < kTolerance
        && std::abs(left.top() - right.top()) < kTolerance && std::abs(left.bottom() - right.bottom()) < kTolerance;
}

QString rectText(const QRectF& rect)
{
    return u"%1, %2, %3 x %4 mm"_s.arg(rect.x()).arg(rect.y()).arg(rect.width()).arg(rect.height());
}

} // namespace

/// What is shown is what is signed, and what was signed is shown again.
class tst_SignedPages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsBeforeAndAfterWhatOthersSee_data();
    void showsBeforeAndAfterWhatOthersSee();

private:
    QRectF shownOnView(DocumentSession& session);

    QTemporaryDir m_folder;
};

QRectF tst_SignedPages::shownOnView(DocumentSession& session)
{
    DocumentView view;
    view.resize(900, 900);
    view.setSession(&session);
    view.show();
    view.fitPage();
    if (!QTest::qWaitFor(
            [&] { return session.images()->page(0) && !session.images()->page(0)->whole.isNull(); }, 15000))
        return {};
    session.marks().select(std::nullopt);
    const QRect found = testing::findColour(view.viewport()->grab().toImage());
    return inMm(found.translated(-view.viewportRectOf(0).topLeft()), view.pixelsPerMm());
}

void tst_SignedPages::showsBeforeAndAfterWhatOthersSee_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<double>("degrees");
    for (const int rotation : { 0, 90, 180, 270 })
        QTest::addRow("page rotated by %d", rotation)
            << testing::samples::onePage(testing::samples::rotatedBy(rotation)) << 0.0;
    QTest::newRow("cropped") << testing::samples::onePage(testing::samples::croppedTo(QRectF(50, 100, 400, 600), 90))
                             << 0.0;
    QTest::newRow("turned seal") << testing::samples::onePage({}) << 30.0;
}

void tst_SignedPages::showsBeforeAndAfterWhatOthersSee()
{
    QFETCH(QByteArray, document);
    QFETCH(double, degrees);
    const QString source = m_folder.filePath(u"source.pdf"_s);
    const QString output = m_folder.filePath(u"signed.pdf"_s);
    QVERIFY(testing::writeFile(source, document));
    const auto before = testing::openSession(source);
    QVERIFY(before);
    seal::Seal seal = testing::squareSeal(30);
    seal.sizeMm = QSizeF(40, 20);
    QVERIFY(before->placeSeal(seal, { 0, QPointF(80, 60), seal.sizeMm, degrees }));
    const QRectF placed = before->placedSeals().front().placement.boundsMm();
    const QRectF shown = shownOnView(*before);
    QVERIFY2(isNear(shown, placed), qPrintable(rectText(shown)));

    const Status written = writeSigned(*before, output);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
    const auto after = testing::openSession(output);
    QVERIFY(after);
    QVERIFY(!after->signedWidgets().empty());
    const QRectF shownAgain = shownOnView(*after);
    QVERIFY2(isNear(shownAgain, placed), qPrintable(rectText(shownAgain)));

    const QImage poppler = testing::render(testing::Renderer::Poppler, output, 0, kDpi);
    const QRectF others = inMm(testing::findColour(poppler), kDpi / 25.4);
    QVERIFY2(isNear(others, placed), qPrintable(rectText(others)));
}

QTEST_MAIN(tst_SignedPages)
#include "tst_SignedPages.moc"
