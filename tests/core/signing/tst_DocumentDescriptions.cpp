#include "core/pdf/Document.h"
#include "core/signing/DocumentDescriptions.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Problem.h"
#include "tests/support/SamplePdfs.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::signing;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

template <class T> ErrorCode codeOf(const Result<T>& result)
{
    return result ? ErrorCode::InternalFault : result.error().code;
}

seal::Seal square(const QString& name)
{
    QImage picture(400, 400, QImage::Format_ARGB32);
    picture.fill(qRgba(230, 0, 0, 255));
    return { {}, name, seal::Kind::Company, picture, { 42, 42 } };
}

/// The middle of what is red, in shares of the picture.
std::optional<QPointF> middleOfRed(const QImage& picture)
{
    QPointF sum;
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor pixel = picture.pixelColor(x, y);
            if (pixel.red() > 150 && pixel.green() < 100 && pixel.blue() < 100) {
                sum += QPointF(x + 0.5, y + 0.5);
                ++count;
            }
        }
    }
    if (count < 20)
        return {};
    return QPointF(sum.x() / count / picture.width(), sum.y() / count / picture.height());
}

/// The grey plate with 预览 on it, which no page of the samples has in this corner.
bool isMarkedAsPreview(const QImage& picture)
{
    int dark = 0;
    int light = 0;
    for (int y = 0; y < 28; ++y) {
        for (int x = 0; x < 60; ++x) {
            const int grey = qGray(picture.pixel(x, y));
            dark += grey < 160;
            light += grey > 220;
        }
    }
    return dark > 500 && light > 100;
}

} // namespace

/// What a phone's owner is told of the documents.
class tst_DocumentDescriptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void namesSizesAndDigestsAreThoseOfTheSources();
    void marksAreGroupedBySeal();
    void previewShowsTheSealWhereItWillStand_data();
    void previewShowsTheSealWhereItWillStand();
    void previewIsSmallAndMarkedAsSuch();
    void previewIsOfTheFirstPageWithASeal();
    void withoutSealsTheFirstPageIsShown();
    void encryptedDocumentsHavePreviewsToo();
    void pageThatCannotBeDrawnCostsOnlyItsPreview();
    void hundredsAreDescribedWithoutADisplay();
    void unreadableDocumentIsNamed();
    void canBeCancelled();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    SigningRequest request(const QByteArray& content, const QString& name = u"投标文件.pdf"_s) const;
    Result<key::DocumentDescription> described(SigningRequest request) const;
    QImage previewOf(SigningRequest request, int* page = nullptr) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_DocumentDescriptions::init() { m_folder = std::make_unique<QTemporaryDir>(); }

SigningRequest tst_DocumentDescriptions::request(const QByteArray& content, const QString& name) const
{
    SigningRequest request;
    request.source = path(name);
    if (!writeFile(request.source, content))
        qFatal("no source");
    return request;
}

Result<key::DocumentDescription> tst_DocumentDescriptions::described(SigningRequest request) const
{
    auto all = describeDocuments({ &request, 1 }, {});
    if (!all)
        return failure(all.error());
    return all->front();
}

QImage tst_DocumentDescriptions::previewOf(SigningRequest request, int* page) const
{
    const auto description = described(std::move(request));
    if (!description || description->previews.size() != 1)
        return {};
    if (page)
        *page = description->previews[0].page;
    return QImage::fromData(description->previews[0].jpeg, "jpg");
}

void tst_DocumentDescriptions::namesSizesAndDigestsAreThoseOfTheSources()
{
    const auto content = samples::pages(3);
    const auto description = described(request(content));
    QVERIFY2(description, problemOf(description).constData());
    QCOMPARE(description->name, u"投标文件.pdf"_s);
    QCOMPARE(description->pages, 3);
    QCOMPARE(description->bytes, content.size());
    QCOMPARE(description->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    QVERIFY(description->marks.empty());
}

void tst_DocumentDescriptions::marksAreGroupedBySeal()
{
    auto wanted = request(samples::pages(5));
    const auto company = square(u"公章"_s);
    const auto person = square(u"法定代表人章"_s);
    for (const auto& [seal, page] :
        { std::pair(company, 4), std::pair(person, 1), std::pair(company, 2), std::pair(company, 4) })
        wanted.seals.push_back({ seal, { page, { 60, 60 }, { 42, 42 }, 0 } });
    const auto description = described(std::move(wanted));
    QVERIFY2(description, problemOf(description).constData());
    QCOMPARE(description->marks.size(), std::size_t(2));
    QCOMPARE(description->marks[0].seal, u"公章"_s);
    QVERIFY(description->marks[0].pages == std::vector({ 3, 5 }));
    QCOMPARE(description->marks[1].seal, u"法定代表人章"_s);
    QVERIFY(description->marks[1].pages == std::vector({ 2 }));
}

void tst_DocumentDescriptions::previewShowsTheSealWhereItWillStand_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<double>("sealTurned");
    QTest::newRow("upright") << 0 << 0.0;
    QTest::newRow("turned seal") << 0 << 30.0;
    QTest::newRow("page on its side") << 90 << 0.0;
    QTest::newRow("page upside down") << 180 << 0.0;
}

void tst_DocumentDescriptions::previewShowsTheSealWhereItWillStand()
{
    QFETCH(int, rotation);
    QFETCH(double, sealTurned);
    auto wanted = request(samples::onePage(samples::rotatedBy(rotation)));
    const auto page = (*pdf::Document::open(wanted.source))->page(0).visibleSizeMm();
    const QPointF share(0.7, 0.65);
    wanted.seals.push_back(
        { square(u"公章"_s), { 0, { page.width() * share.x(), page.height() * share.y() }, { 42, 42 }, sealTurned } });
    const QImage preview = previewOf(std::move(wanted));
    QVERIFY(!preview.isNull());
    QVERIFY(qAbs(double(preview.width()) / preview.height() - page.width() / page.height()) < 0.02);
    const auto red = middleOfRed(preview);
    QVERIFY(red);
    QVERIFY2(qAbs(red->x() - share.x()) < 0.02 && qAbs(red->y() - share.y()) < 0.02,
        qPrintable(u"%1, %2"_s.arg(red->x()).arg(red->y())));
}

void tst_DocumentDescriptions::previewIsSmallAndMarkedAsSuch()
{
    const auto description = described(request(samples::twoPages()));
    QVERIFY2(description, problemOf(description).constData());
    const QByteArray jpeg = description->previews.at(0).jpeg;
    QVERIFY(jpeg.startsWith("\xff\xd8\xff"));
    QVERIFY(jpeg.size() <= 32'768);
    const QImage preview = QImage::fromData(jpeg, "jpg");
    QCOMPARE(std::max(preview.width(), preview.height()), 160);
    QVERIFY(isMarkedAsPreview(preview));
}

void tst_DocumentDescriptions::previewIsOfTheFirstPageWithASeal()
{
    auto wanted = request(samples::pages(5));
    for (const int page : { 4, 2 })
        wanted.seals.push_back({ square(u"公章"_s), { page, { 60, 60 }, { 42, 42 }, 0 } });
    int page = 0;
    QVERIFY(middleOfRed(previewOf(std::move(wanted), &page)));
    QCOMPARE(page, 3);
}

void tst_DocumentDescriptions::withoutSealsTheFirstPageIsShown()
{
    int page = 0;
    QVERIFY(!previewOf(request(samples::pages(5)), &page).isNull());
    QCOMPARE(page, 1);
}

void tst_DocumentDescriptions::encryptedDocumentsHavePreviewsToo()
{
    const auto plain = request(samples::twoPages(), u"plain.pdf"_s);
    auto wanted = request("", u"encrypted.pdf"_s);
    QVERIFY(QFile::remove(wanted.source));
    QVERIFY(qpdfConverts(plain.source, { u"--encrypt"_s, u"sesame"_s, u"owner"_s, u"256"_s, u"--"_s }, wanted.source));
    wanted.documentPassword = Secret::fromUtf8("sesame");
    wanted.seals.push_back({ square(u"公章"_s), { 0, { 120, 200 }, { 42, 42 }, 0 } });
    QVERIFY(middleOfRed(previewOf(std::move(wanted))));
}

void tst_DocumentDescriptions::pageThatCannotBeDrawnCostsOnlyItsPreview()
{
    auto wanted = request(samples::pages(2));
    wanted.seals.push_back({ square(u"公章"_s), { 7, { 60, 60 }, { 42, 42 }, 0 } });
    const auto description = described(std::move(wanted));
    QVERIFY2(description, problemOf(description).constData());
    QVERIFY(description->previews.empty());
    QCOMPARE(description->pages, 2);

    // A page whose content nobody can read is drawn as far as it goes.
    auto damaged = samples::pages(1);
    damaged.replace("endstream", "endstraem");
    const auto other = described(request(damaged));
    QVERIFY2(other, problemOf(other).constData());
    QCOMPARE(other->pages, 1);
}

void tst_DocumentDescriptions::hundredsAreDescribedWithoutADisplay()
{
    QVERIFY(!qobject_cast<QCoreApplication*>(QCoreApplication::instance())->inherits("QGuiApplication"));
    std::vector<SigningRequest> requests;
    for (int i = 0; i < 200; ++i) {
        requests.push_back(request(samples::twoPages(), u"bid-%1.pdf"_s.arg(i)));
        requests.back().seals.push_back({ square(u"公章"_s), { 1, { 60, 60 }, { 42, 42 }, 0 } });
    }
    const auto all = describeDocuments(requests, {});
    QVERIFY2(all, problemOf(all).constData());
    QCOMPARE(all->size(), std::size_t(200));
    QCOMPARE(all->back().name, u"bid-199.pdf"_s);
    QCOMPARE(all->back().previews.size(), std::size_t(1));
}

void tst_DocumentDescriptions::unreadableDocumentIsNamed()
{
    const auto description = described(request(samples::truncated()));
    QCOMPARE(codeOf(description), ErrorCode::DocumentTruncated);
    QCOMPARE(description.error().facts.name, u"投标文件.pdf"_s);
}

void tst_DocumentDescriptions::canBeCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const auto wanted = request(samples::twoPages());
    QCOMPARE(codeOf(describeDocuments({ &wanted, 1 }, stop.get_token())), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(tst_DocumentDescriptions)
#include "tst_DocumentDescriptions.moc"
