// The talk messages as docs/relay-protocol.md, 5 wants them. What the vectors refuse is in tst_ProtocolVectors.
#include "core/relay/JpegSize.h"
#include "core/relay/KeySchedule.h"
#include "core/relay/Link.h"
#include "core/relay/Messages.h"
#include "tests/support/Problem.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <numeric>
#include <random>
#include <set>

using namespace bidseal;
using namespace bidseal::relay;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

/// A JPEG's head that says such a size, with bytes behind it that nobody looks at.
QByteArray jpegHead(int width, int height, int size = 64)
{
    auto jpeg = QByteArray::fromHex("ffd8ffc0000b08");
    for (const int side : { height, width })
        jpeg += QByteArray(1, static_cast<char>(side >> 8)) + static_cast<char>(side & 0xFF);
    return (jpeg + QByteArray::fromHex("01011100")).leftJustified(size, 'x');
}

Request sampleRequest()
{
    return { u"BidSeal 0.1.0"_s, QByteArray(16, '\x07'), u"示例电脑"_s, {},
        { { u"投标文件.pdf"_s, 12, 482113, QByteArray(32, '\x5A'), { { u"公章"_s, { 3, 6 } } },
            { { 3, jpegHead(113, 160) } } } } };
}

/// `message` with one member put in another way, given as JSON; `path` like "documents.0.pages".
QByteArray changed(const Message& message, const QString& path, const QByteArray& json)
{
    const std::function<QJsonValue(QJsonValue, QStringList)> change = [&](QJsonValue value, QStringList names) {
        if (names.isEmpty())
            return QJsonValue(u"PUT HERE"_s);
        const auto name = names.takeFirst();
        if (value.isArray()) {
            auto array = value.toArray();
            array[name.toInt()] = change(array[name.toInt()], names);
            return QJsonValue(array);
        }
        auto object = value.toObject();
        object[name] = change(object[name], names);
        return QJsonValue(object);
    };
    const auto whole = change(QJsonDocument::fromJson(write(message)).object(), path.split(u'.'));
    return QJsonDocument(whole.toObject()).toJson(QJsonDocument::Compact).replace("\"PUT HERE\"", json);
}

QByteArray text(const QString& value) { return '"' + value.toUtf8() + '"'; }
QByteArray list(const QByteArray& item, int count) { return '[' + QByteArrayList(count, item).join(',') + ']'; }
QByteArray base64(int bytes) { return '"' + toBase64Url(QByteArray(bytes, '\x33')) + '"'; }

/// Text from all of Unicode that a message may hold, and now and then what it may not.
QString randomText(std::mt19937& random, int least, int most)
{
    QString made;
    for (int length = least + int(random() % unsigned(most - least + 1)); length > 0; --length) {
        char32_t character = 0;
        do {
            character = random() % 3 == 0 ? 0x20 + random() % 0x5F
                : random() % 3 == 0       ? 0x4E00 + random() % 0x5000
                                          : random() % 0x110000;
        } while ((character >= 0xD800 && character <= 0xDFFF) || character < 0x20
            || (character >= 0x7F && character <= 0x9F) || (character >= 0x2028 && character <= 0x202E)
            || (character >= 0x2066 && character <= 0x2069) || character == 0x200E || character == 0x200F
            || character == 0x061C);
        made += QString::fromUcs4(&character, 1);
    }
    return made;
}

int randomNumber(std::mt19937& random, int least, int most)
{
    return least + int(random() % unsigned(most - least + 1));
}

std::vector<int> randomPages(std::mt19937& random)
{
    std::set<int> pages;
    for (int count = randomNumber(random, 1, 20); count > 0; --count)
        pages.insert(randomNumber(random, 1, 1'000'000));
    return { pages.begin(), pages.end() };
}

DocumentSummary randomSummary(std::mt19937& random)
{
    DocumentSummary summary { randomText(random, 1, 255), randomNumber(random, 1, 1'000'000),
        1 + qint64(random()) * 200, randomBytes(32), {}, {} };
    for (int count = randomNumber(random, 0, 4); count > 0; --count)
        summary.marks.push_back({ randomText(random, 1, 64), randomPages(random) });
    for (int count = randomNumber(random, 0, 4); count > 0; --count) {
        summary.previews.push_back({ randomNumber(random, 1, 1000),
            jpegHead(randomNumber(random, 1, 160), randomNumber(random, 1, 160), randomNumber(random, 15, 3000)) });
    }
    return summary;
}

Message randomMessage(std::mt19937& random)
{
    const auto several = [&](int most, int longest) {
        std::vector<QByteArray> values;
        for (int count = randomNumber(random, 1, most); count > 0; --count)
            values.push_back(randomBytes(randomNumber(random, 1, longest)));
        return values;
    };
    switch (random() % 8) {
    case 0: {
        std::vector<int> versions { randomNumber(random, 0, 9) };
        while (versions.size() < 8 && random() % 3 != 0)
            versions.push_back(versions.back() + randomNumber(random, 1, 30));
        return Hello { versions, randomBytes(32), randomBytes(32), randomText(random, 1, 64),
            randomText(random, 1, 64) };
    }
    case 1: {
        Request request { randomText(random, 1, 64), randomBytes(16), randomText(random, 1, 64),
            randomText(random, 0, 200), {} };
        for (int count = randomNumber(random, 1, 5); count > 0; --count)
            request.documents.push_back(randomSummary(random));
        return request;
    }
    case 2:
        return ChosenCertificate { several(8, 16384), static_cast<KeyAlgorithm>(random() % 3),
            randomNumber(random, 1, 500) };
    case 3: {
        ToSign toSign { randomBytes(32), {} };
        for (int count = randomNumber(random, 1, 5); count > 0; --count)
            toSign.documents.push_back(
                { randomBytes(random() % 2 ? 32 : 48), randomBytes(randomNumber(random, 1, 999)) });
        return toSign;
    }
    case 4:
        return Reveal { randomBytes(32) };
    case 5:
        return Signatures { several(20, 512) };
    case 6:
        return Refusal { static_cast<RefusalReason>(random() % 7) };
    default:
        return Outcome { static_cast<OutcomeResult>(random() % 3) };
    }
}

} // namespace

class tst_Messages : public QObject {
    Q_OBJECT

private:
    static void verifyRefused(const QByteArray& text)
    {
        const auto message = read(text);
        QVERIFY2(!message, text.left(200).constData());
        QCOMPARE(message.error().code, ErrorCode::PhoneMessageInvalid);
    }

private Q_SLOTS:
    void everyMessageComesBackAsItWas()
    {
        std::mt19937 random(20261121);
        for (int i = 0; i < 2000; ++i) {
            const auto message = randomMessage(random);
            const auto text = write(message);
            const auto again = read(text);
            QVERIFY2(again, problemOf(again).constData());
            QCOMPARE(again->index(), message.index());
            QCOMPARE(write(*again), text);
        }
    }

    void membersComeBackAsTheyWere()
    {
        const auto message = read(write(sampleRequest()));
        QVERIFY2(message, problemOf(message).constData());
        const auto& request = std::get<Request>(*message);
        QCOMPARE(request.client, u"BidSeal 0.1.0"_s);
        QCOMPARE(request.computerId, QByteArray(16, '\x07'));
        QCOMPARE(request.computerName, u"示例电脑"_s);
        QVERIFY(request.project.isEmpty());
        const auto& document = request.documents.at(0);
        QCOMPARE(document.name, u"投标文件.pdf"_s);
        QCOMPARE(document.pages, 12);
        QCOMPARE(document.bytes, 482113);
        QCOMPARE(document.sha256, QByteArray(32, '\x5A'));
        QCOMPARE(document.marks.at(0).seal, u"公章"_s);
        QCOMPARE(document.marks.at(0).pages, (std::vector { 3, 6 }));
        QCOMPARE(document.previews.at(0).page, 3);
        QCOMPARE(document.previews.at(0).jpeg, jpegHead(113, 160));
    }

    /// No cut, no byte put in another's place leaves a message that says something else than its own text.
    void noAlteredMessageIsTakenForAnother()
    {
        std::mt19937 random(20261122);
        int taken = 0;
        for (int i = 0; i < 20000; ++i) {
            auto text = write(randomMessage(random)).left(4000);
            switch (random() % 4) {
            case 0:
                text.truncate(qsizetype(random() % unsigned(text.size())));
                break;
            case 1:
                text[qsizetype(random() % unsigned(text.size()))] = static_cast<char>(random());
                break;
            case 2:
                text.insert(qsizetype(random() % unsigned(text.size())),
                    QByteArray("{}[],:\"0ae.-\\").mid(int(random() % 13), 1));
                break;
            default:
                text.remove(qsizetype(random() % unsigned(text.size())), 1);
            }
            const auto message = read(text);
            if (!message)
                continue;
            ++taken; // a letter of a text, a digit of a number
            const auto again = read(write(*message));
            QVERIFY2(again, text.constData());
            QCOMPARE(write(*again), write(*message));
        }
        QVERIFY(taken > 0);
    }

    void everyMemberIsNeededAndNoOtherIsAllowed()
    {
        std::mt19937 random(20261123);
        std::set<std::size_t> kinds;
        while (kinds.size() < 8) {
            const auto message = randomMessage(random);
            kinds.insert(message.index());
            const auto whole = QJsonDocument::fromJson(write(message)).object();
            for (const auto& name : whole.keys()) {
                auto without = whole;
                without.remove(name);
                verifyRefused(QJsonDocument(without).toJson());
                // Repeated with the same value, at the end and at the beginning.
                const auto one = QJsonDocument(QJsonObject { { name, whole[name] } }).toJson(QJsonDocument::Compact);
                const auto all = write(message);
                verifyRefused(all.chopped(1) + ',' + one.sliced(1));
                verifyRefused(one.chopped(1) + ',' + all.sliced(1));
            }
            auto more = whole;
            more[u"more"_s] = QJsonValue::Null;
            verifyRefused(QJsonDocument(more).toJson());
        }
    }

    void repeatedMembersAreNoticedAtEveryDepth_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row
            = [](const char* from, const char* to) { QTest::newRow(to) << QByteArray(from) << QByteArray(to); };
        row("\"pages\":12", "\"pages\":12,\"pages\":12");
        row("\"seal\":", "\"seal\":\"x\",\"seal\":");
        row("\"page\":3", "\"page\":3,\"page\":3");
        row("\"id\":", "\"id\":\"x\",\"id\":");
        row("\"pages\":12", "\"pages\":12,\"p\\u0061ges\":12");
    }
    void repeatedMembersAreNoticedAtEveryDepth()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const auto text = write(sampleRequest());
        QVERIFY(read(text));
        QVERIFY(text.contains(from));
        verifyRefused(QByteArray(text).replace(text.indexOf(from), from.size(), to));
    }

    void limitsAreInclusive_data()
    {
        QTest::addColumn<Message>("message");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        const auto row = [](const Message& message, const char* path, const QByteArray& good, const QByteArray& bad) {
            QTest::addRow("%s, %s", path, bad.left(12).constData())
                << message << QString::fromLatin1(path) << good << bad;
        };
        const Message request = sampleRequest();
        const auto han = [](int count) { return text(u"章"_s.repeated(count)); };
        const auto pair = [](int count) { return text(u"\U00020BB7"_s.repeated(count)); };
        row(request, "client", han(64), han(65));
        row(request, "client", text(u"x"_s), text(u""_s));
        row(request, "computer.name", pair(64), pair(65));
        row(request, "computer.name", text(u"x"_s), text(u""_s));
        row(request, "project", pair(200), pair(201));
        row(request, "project", text(u""_s), "null");
        row(request, "computer.id", base64(16), base64(17));
        row(request, "version", "1", "2");
        row(request, "version", "1", "0");
        row(request, "action", "\"sign\"", "\"log-in\"");
        row(request, "action", "\"sign\"", "\"decrypt\"");
        row(request, "documents.0.name", pair(255), pair(256));
        row(request, "documents.0.pages", "1", "0");
        row(request, "documents.0.pages", "1000000", "1000001");
        row(request, "documents.0.pages", "7", "-7");
        row(request, "documents.0.pages", "7", "7.0");
        row(request, "documents.0.pages", "7", "7e0");
        row(request, "documents.0.pages", "7", "\"7\"");
        row(request, "documents.0.pages", "7", "true");
        row(request, "documents.0.pages", "7", "[7]");
        row(request, "documents.0.pages", "7", "18446744073709551623"); // 2^64 + 7
        row(request, "documents.0.bytes", "1099511627776", "1099511627777");
        row(request, "documents.0.bytes", "1", "0");
        row(request, "documents.0.bytes", "1", "18446744073709551615");
        row(request, "documents.0.bytes", "1", "-9223372036854775808");
        row(request, "documents.0.sha256", base64(32), base64(31));
        row(request, "documents.0.marks", list(R"({"seal":"x","pages":[1]})", 200),
            list(R"({"seal":"x","pages":[1]})", 201));
        row(request, "documents.0.marks.0.pages", "[1]", "[]");
        row(request, "documents.0.marks.0.pages", "[1,2]", "[1,1]");
        row(request, "documents.0.marks.0.pages", "[1000000]", "[1000001]");
        QByteArray ascending = "[1";
        for (int page = 2; page <= 10000; ++page)
            ascending += ',' + QByteArray::number(page);
        row(request, "documents.0.marks.0.pages", ascending + ']', ascending + ",10001]");
        row(request, "documents.0.marks.0.seal", pair(64), pair(65));
        const auto jpeg
            = [](int width, int height, int size) { return '"' + toBase64Url(jpegHead(width, height, size)) + '"'; };
        row(request, "documents.0.previews.0.jpeg", jpeg(160, 160, 32768), jpeg(160, 160, 32769));
        row(request, "documents.0.previews.0.jpeg", jpeg(160, 1, 64), jpeg(161, 1, 64));
        row(request, "documents.0.previews.0.jpeg", jpeg(1, 160, 64), jpeg(1, 161, 64));
        row(request, "documents.0.previews.0.jpeg", jpeg(1, 1, 64), jpeg(0, 1, 64));
        row(request, "documents.0.previews.0.jpeg", jpeg(1, 1, 64), base64(64));
        row(request, "documents",
            list(QJsonDocument(QJsonDocument::fromJson(write(request))[u"documents"][0].toObject())
                     .toJson(QJsonDocument::Compact),
                500),
            list(QJsonDocument(QJsonDocument::fromJson(write(request))[u"documents"][0].toObject())
                     .toJson(QJsonDocument::Compact),
                501));
        const Message certificate = ChosenCertificate { { "x" }, KeyAlgorithm::RsaPkcs1Sha256, 1 };
        row(certificate, "chain", list("\"AA\"", 8), list("\"AA\"", 9));
        row(certificate, "chain", list("\"AA\"", 1), list("\"AA\"", 0));
        row(certificate, "chain", '[' + base64(16384) + ']', '[' + base64(16385) + ']');
        row(certificate, "chain", "[\"AA\"]", "[\"\"]");
        row(certificate, "atOnce", "500", "501");
        row(certificate, "atOnce", "1", "0");
        const Message toSign = ToSign { QByteArray(32, 'n'), { { QByteArray(32, 'd'), "x" } } };
        row(toSign, "nonce", base64(32), base64(33));
        row(toSign, "documents.0.digest", base64(32), base64(33));
        row(toSign, "documents.0.digest", base64(48), base64(47));
        row(toSign, "documents.0.digest", base64(48), base64(64));
        row(toSign, "documents.0.attributes", base64(65536), base64(65537));
        row(toSign, "documents", R"([{"digest":)" + base64(32) + R"(,"attributes":"AA"}])", "[]");
        const Message signatures = Signatures { { "x" } };
        row(signatures, "signatures", list("\"AA\"", 500), list("\"AA\"", 501));
        row(signatures, "signatures", list("\"AA\"", 1), list("\"AA\"", 0));
        row(signatures, "signatures", '[' + base64(2048) + ']', '[' + base64(2049) + ']');
    }
    void limitsAreInclusive()
    {
        QFETCH(Message, message);
        QFETCH(QString, path);
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        const auto accepted = read(changed(message, path, good));
        QVERIFY2(accepted, problemOf(accepted).constData());
        verifyRefused(changed(message, path, bad));
    }

    void charactersThatChangeALineAreRefusedAndNeverSent_data()
    {
        QTest::addColumn<char32_t>("character");
        std::vector<char32_t> all { 0x061C, 0x200E, 0x200F };
        const auto range = [&](char32_t first, char32_t last) {
            for (auto character = first; character <= last; ++character)
                all.push_back(character);
        };
        range(0, 0x1F);
        range(0x7F, 0x9F);
        range(0x2028, 0x202E);
        range(0x2066, 0x2069);
        for (const auto character : all)
            QTest::addRow("U+%04X", uint(character)) << character;
    }
    void charactersThatChangeALineAreRefusedAndNeverSent()
    {
        QFETCH(char32_t, character);
        auto request = sampleRequest();
        request.project = u"a"_s + QString::fromUcs4(&character, 1) + u'b';
        const auto written = write(request);
        const auto message = read(written);
        QVERIFY2(message, problemOf(message).constData());
        QCOMPARE(std::get<Request>(*message).project, u"a\uFFFDb"_s);

        const auto escaped = "\"a\\u" + QByteArray::number(uint(character), 16).rightJustified(4, '0') + "b\"";
        verifyRefused(changed(sampleRequest(), u"project"_s, escaped));
        verifyRefused(changed(sampleRequest(), u"project"_s, text(request.project)));
    }

    void neighboursOfForbiddenCharactersAreTexts()
    {
        auto request = sampleRequest();
        request.project = u"\u0020\u007E\u00A0\u2027\u202F\u2065\u206A\u200D\u2010\u061B\u061D"_s;
        const auto message = read(write(request));
        QVERIFY2(message, problemOf(message).constData());
        QCOMPARE(std::get<Request>(*message).project, request.project);
    }

    void aSenderCutsAndFillsTexts()
    {
        auto request = sampleRequest();
        request.computerName.clear();
        request.documents[0].name = u"\U00020BB7"_s.repeated(300);
        request.client = QString(QChar(0xD842)) + u'x'; // half of a pair
        const auto message = read(write(request));
        QVERIFY2(message, problemOf(message).constData());
        QCOMPARE(std::get<Request>(*message).computerName, u"\uFFFD"_s);
        QCOMPARE(std::get<Request>(*message).documents[0].name, u"\U00020BB7"_s.repeated(255));
        QCOMPARE(std::get<Request>(*message).client, u"\uFFFDx"_s);
    }

    void previewsAreLeftOutWhereThereIsNoRoom()
    {
        auto request = sampleRequest();
        auto document = request.documents[0];
        document.previews.assign(4, { 1, jpegHead(160, 160, 9000) });
        request.documents.assign(200, document);
        const auto text = write(request);
        QVERIFY(text.size() <= 4 * 1024 * 1024);
        QVERIFY(text.size() > 4 * 1024 * 1024 - 13000);
        const auto message = read(text);
        QVERIFY2(message, problemOf(message).constData());
        // 340 fit: one for each document, then a second one for the first of them.
        const auto& documents = std::get<Request>(*message).documents;
        QCOMPARE(documents.front().previews.size(), 2u);
        QCOMPARE(documents.back().previews.size(), 1u);
    }

    void whatIsNoPreviewIsLeftOut()
    {
        auto request = sampleRequest();
        request.documents[0].previews = { { 1, "GIF89a" }, { 2, jpegHead(161, 160) }, { 3, jpegHead(8, 8) } };
        const auto message = read(write(request));
        QVERIFY2(message, problemOf(message).constData());
        QCOMPARE(std::get<Request>(*message).documents[0].previews.size(), 1u);
        QCOMPARE(std::get<Request>(*message).documents[0].previews[0].page, 3);
    }

    void moreMarkedPagesThanFitAreSeveralMarks()
    {
        auto request = sampleRequest();
        std::vector<int> pages(25000);
        std::iota(pages.begin(), pages.end(), 1);
        request.documents[0].pages = 25000;
        request.documents[0].marks = { { u"骑缝章"_s, pages } };
        const auto message = read(write(request));
        QVERIFY2(message, problemOf(message).constData());
        const auto& marks = std::get<Request>(*message).documents[0].marks;
        QCOMPARE(marks.size(), 3u);
        QCOMPARE(marks[2].pages.size(), 5000u);
        QCOMPARE(marks[2].pages.back(), 25000);
    }

    void realPreviewsAreAccepted()
    {
        QImage picture(113, 160, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QByteArray jpeg;
        QBuffer buffer(&jpeg);
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QVERIFY(picture.save(&buffer, "JPEG", 70));
        QCOMPARE(jpegSize(jpeg), std::optional(QSize(113, 160)));
        auto request = sampleRequest();
        request.documents[0].previews = { { 1, jpeg } };
        const auto message = read(write(request));
        QVERIFY2(message, problemOf(message).constData());
        QCOMPARE(std::get<Request>(*message).documents[0].previews.at(0).jpeg, jpeg);
    }

    void brokenJpegsHaveNoSize_data()
    {
        QTest::addColumn<QByteArray>("jpeg");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("its first bytes") << QByteArray::fromHex("ffd8");
        QTest::newRow("ends in the header") << jpegHead(8, 8).first(10);
        QTest::newRow("a segment without length") << QByteArray::fromHex("ffd8ffe00000").leftJustified(64, '\xFF');
        QTest::newRow("a segment of length 1") << QByteArray::fromHex("ffd8ffe00001").leftJustified(64, '\xFF');
        QTest::newRow("a segment beyond the end") << QByteArray::fromHex("ffd8ffe0ffff").leftJustified(64, 'x');
        QTest::newRow("a scan before its frame") << QByteArray::fromHex("ffd8ffda0008").leftJustified(64, '\0');
    }
    void brokenJpegsHaveNoSize()
    {
        QFETCH(QByteArray, jpeg);
        QVERIFY(!jpegSize(jpeg));
    }

    void deepOrLongNestingIsRefusedQuickly()
    {
        QElapsedTimer clock;
        clock.start();
        const int depth = 3 * 1024 * 1024;
        verifyRefused(QByteArray(depth, '[') + QByteArray(depth, ']'));
        verifyRefused(QByteArray("{\"type\":").repeated(700'000));
        verifyRefused("{\"type\":" + QByteArray(depth, '['));
        QVERIFY2(clock.elapsed() < 10'000, QByteArray::number(clock.elapsed()).constData());
    }

    void nothingStandsInFrontOrBehind_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto good = write(Outcome { OutcomeResult::Signed });
        QTest::newRow("an object behind") << good + good;
        QTest::newRow("a letter behind") << good + 'x';
        QTest::newRow("a zero behind") << good + '\0';
        QTest::newRow("a zero and more behind") << good + '\0' + good;
        QTest::newRow("a zero within") << QByteArray(good).replace(1, 0, QByteArray(1, '\0'));
        QTest::newRow("a comma behind") << good + ',';
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + good;
        QTest::newRow("a comment") << good + "/* */";
        QTest::newRow("an array around") << '[' + good + ']';
        QTest::newRow("a comma at the end of the object") << good.chopped(1) + ",}";
        QTest::newRow("UTF-16") << QByteArray::fromHex("7b0022007400");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("a text") << QByteArray("\"outcome\"");
        QTest::newRow("type is no text") << QByteArray("{\"type\":1}");
        QTest::newRow("an unknown type") << QByteArray("{\"type\":\"goodbye\"}");
        QTest::newRow("capitals") << QByteArray("{\"type\":\"OUTCOME\",\"result\":\"signed\"}");
        QTest::newRow("a zero in a type") << QByteArray("{\"type\":\"outcome\\u0000\",\"result\":\"signed\"}");
    }
    void nothingStandsInFrontOrBehind()
    {
        QFETCH(QByteArray, text);
        QVERIFY(read(write(Outcome { OutcomeResult::Signed })));
        verifyRefused(text);
    }

    /// What a log gets to see of a message that was refused are our own words only.
    void detailsHoldNothingOfTheMessage()
    {
        const QByteArray words[] { "Sample-Word", "confidential" };
        for (const auto& word : words) {
            for (const auto* path : { "project", "client", "action", "documents", "computer.id" }) {
                auto bad = '"' + word + "\\u0007\"";
                const auto message = read(changed(sampleRequest(), QString::fromLatin1(path), bad));
                QVERIFY(!message);
                QVERIFY(!message.error().detail.contains(QString::fromLatin1(word)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_Messages)
#include "tst_Messages.moc"
