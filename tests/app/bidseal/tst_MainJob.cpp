#include "tests/support/Judges.h"
#include "tests/support/MemoryScan.h"
#include "ui/style/Theme.h"

#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QProcess>
#include <QRandomGenerator>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;

namespace {

constexpr int kLong = 60000; // ms
constexpr QSize kWindow(1280, 820); ///< the window's first size; without a window manager it stands at 0, 0
const QString kPin = u"123456"_s; // of the demonstration's token

/// An X server of our own, with nothing but the program on it.
class Screen {
public:
    bool start()
    {
        m_server.start(
            u"Xvfb"_s, { u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1360x900x24"_s, u"-nolisten"_s, u"tcp"_s });
        while (!m_server.canReadLine())
            if (!m_server.waitForReadyRead(20000))
                return false;
        m_name = ":" + m_server.readLine().trimmed();
        return true;
    }
    ~Screen()
    {
        m_server.terminate();
        m_server.waitForFinished(3000);
    }
    [[nodiscard]] const QByteArray& name() const { return m_name; }

private:
    QProcess m_server;
    QByteArray m_name;
};

void xdotool(const QStringList& arguments)
{
    if (QProcess::execute(u"xdotool"_s, arguments) != 0)
        qWarning() << "xdotool" << arguments;
}

void press(const QString& keys)
{
    xdotool({ u"key"_s, u"--clearmodifiers"_s, keys });
    QTest::qWait(150);
}
void type(const QString& text) { xdotool({ u"type"_s, u"--delay"_s, u"40"_s, text }); }
void moveTo(QPoint point) { xdotool({ u"mousemove"_s, QString::number(point.x()), QString::number(point.y()) }); }

void click(QPoint point)
{
    moveTo(point);
    xdotool({ u"click"_s, u"1"_s });
    QTest::qWait(200);
}

/// As a hand does it: press, many small steps, a moment of rest, release.
void drag(QPoint from, QPoint to)
{
    moveTo(from);
    xdotool({ u"mousedown"_s, u"1"_s });
    constexpr int kSteps = 12;
    for (int step = 1; step <= kSteps; ++step) {
        moveTo(from + (to - from) * step / kSteps);
        QTest::qWait(30);
    }
    QTest::qWait(200);
    xdotool({ u"mouseup"_s, u"1"_s });
    QTest::qWait(300);
}

QImage shot()
{
    return QGuiApplication::primaryScreen()->grabWindow(0).toImage().convertToFormat(QImage::Format_RGB32);
}

void keepPicture(const QString& name)
{
    const auto folder = qEnvironmentVariable("BIDSEAL_SCREENSHOTS");
    if (!folder.isEmpty())
        QDir().mkpath(folder), shot().copy(QRect({}, kWindow)).save(QDir(folder).filePath(name + u".png"_s));
}

bool isSealRed(QRgb pixel) { return qRed(pixel) > 150 && qGreen(pixel) < 90 && qBlue(pixel) < 90; }

bool isAbout(QRgb pixel, const QColor& colour)
{
    return std::abs(qRed(pixel) - colour.red()) + std::abs(qGreen(pixel) - colour.green())
        + std::abs(qBlue(pixel) - colour.blue())
        < 12;
}

int redPixels(const QRect& area)
{
    const auto image = shot();
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            count += isSealRed(image.pixel(x, y));
    return count;
}

/// Where in a column of the screen something of one colour begins and ends, at least `smallest` pixels high.
QList<QPoint> middlesOfRuns(int x, int top, int smallest, const QColor& colour)
{
    const auto image = shot();
    QList<QPoint> middles;
    int begin = -1;
    for (int y = top; y < kWindow.height(); ++y) {
        const bool inside = isAbout(image.pixel(x, y), colour);
        if (inside && begin < 0)
            begin = y;
        if (inside || begin < 0)
            continue;
        if (y - begin >= smallest)
            middles << QPoint(x, (begin + y) / 2);
        begin = -1;
    }
    return middles;
}

/// The pictures of the seals in the palette, from top to bottom.
QList<QPoint> sealsInPalette()
{
    const auto image = shot();
    QList<QPoint> middles;
    int first = -1, last = -1;
    for (int y = 100; y < kWindow.height() - 60; ++y) {
        bool red = false;
        for (int x = kWindow.width() - 290; x < kWindow.width() - 190 && !red; ++x)
            red = isSealRed(image.pixel(x, y));
        if (red) {
            first = first < 0 ? y : first;
            last = y;
        } else if (first >= 0 && y - last > 20) {
            middles << QPoint(kWindow.width() - 256, (first + last) / 2);
            first = -1;
        }
    }
    return middles;
}

} // namespace

/// The client's main job in a real window: by mouse, and once more by keyboard alone.
class tst_MainJob : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void byMouse();
    void byKeyboardAlone();
    void aTypedPinStaysNowhere();

private:
    void startClient(const QStringList& arguments);
    void checkSignedFile(int marks);

    QTemporaryDir m_folder;
    QString m_bid, m_signed;
    std::unique_ptr<QProcess> m_client;
};

void tst_MainJob::initTestCase()
{
    const QDir bin(QCoreApplication::applicationDirPath());
    QProcess demonstration;
    demonstration.start(bin.filePath(u"bidseal-demonstration"_s), { m_folder.path() });
    QVERIFY(demonstration.waitForFinished(kLong));
    QCOMPARE(demonstration.exitCode(), 0);
    m_bid = m_folder.filePath(u"示例投标文件.pdf"_s);
    m_signed = m_folder.filePath(u"示例投标文件_已签章.pdf"_s);
    QVERIFY(QFile::exists(m_bid));
    QDir(m_folder.path()).mkdir(u"run"_s);
    QFile::setPermissions(m_folder.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void tst_MainJob::init() { QFile::remove(m_signed); }

void tst_MainJob::cleanup()
{
    if (!m_client)
        return;
    m_client->terminate();
    m_client->waitForFinished(5000);
    m_client.reset();
}

void tst_MainJob::startClient(const QStringList& arguments)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"BIDSEAL_DATA_DIR"_s, m_folder.filePath(u"data"_s));
    environment.insert(u"SOFTHSM2_CONF"_s, m_folder.filePath(u"token/softhsm2.conf"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.filePath(u"run"_s));
    if (!environment.contains(u"BIDSEAL_LANGUAGE"_s))
        environment.insert(u"BIDSEAL_LANGUAGE"_s, u"zh_CN"_s);
    environment.insert(u"BIDSEAL_APPEARANCE"_s, u"light"_s); // the test looks for its colours
    m_client = std::make_unique<QProcess>();
    m_client->setProcessEnvironment(environment);
    m_client->setProcessChannelMode(QProcess::ForwardedChannels);
    moveTo({ 640, 880 }); // nothing is hovered
    m_client->start(QDir(QCoreApplication::applicationDirPath()).filePath(u"bidseal"_s), arguments);
    QVERIFY(m_client->waitForStarted());
    // Without a window manager it stands at 0, 0 in its first size; the keyboard goes where it is told.
    const QStringList window { u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--pid"_s,
        QString::number(m_client->processId()) };
    xdotool(window + QStringList { u"windowfocus"_s });
}

void tst_MainJob::checkSignedFile(int marks)
{
    const auto verdicts = testing::pdfsig(m_signed);
    QVERIFY(!verdicts.empty());
    for (const auto& verdict : verdicts)
        QVERIFY(verdict.isValid);
    QCOMPARE(testing::qpdfComplaint(m_signed), QString());
    const auto page = testing::render(testing::Renderer::Poppler, m_signed, 2, 100);
    const auto shapes = testing::redShapes(page, 100);
    QVERIFY2(static_cast<int>(shapes.size()) >= marks, "the seals are not on the page");
}

void tst_MainJob::byMouse()
{
    startClient({});
    QTest::qWait(2500);
    keepPicture(u"1-start"_s);
    // A second start hands the file to the first window.
    QProcess second;
    second.setProcessEnvironment(m_client->processEnvironment());
    second.start(QDir(QCoreApplication::applicationDirPath()).filePath(u"bidseal"_s), { m_bid });
    QVERIFY(second.waitForFinished(kLong));
    QCOMPARE(second.exitCode(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(sealsInPalette().size(), 3, kLong);
    press(u"ctrl+g"_s);
    type(u"3"_s);
    press(u"Return"_s);
    QTest::qWait(1500);

    const QRect companyPlace(470, 520, 160, 160), personPlace(660, 600, 80, 80);
    QCOMPARE(redPixels(companyPlace), 0);
    const auto seals = sealsInPalette();
    drag(seals[0], companyPlace.center());
    QTRY_VERIFY_WITH_TIMEOUT(redPixels(companyPlace) > 500, kLong);
    drag(seals[1], personPlace.center());
    QTRY_VERIFY_WITH_TIMEOUT(redPixels(personPlace) > 200, kLong);
    keepPicture(u"2-seals-placed"_s);

    const auto& colours = style::colours(style::Appearance::Light);
    click({ kWindow.width() - 46, 25 }); // "Sign", at the end of the toolbar
    const int cardsX = kWindow.width() - 40;
    QList<QPoint> cards;
    QTRY_VERIFY_WITH_TIMEOUT((cards = middlesOfRuns(cardsX, 200, 60, colours.surface)).size() >= 2, kLong);
    QTest::qWait(500);
    cards = middlesOfRuns(cardsX, 200, 60, colours.surface);
    click(cards[0]); // the cursor is in the PIN field now
    type(kPin);
    QTest::qWait(300);
    keepPicture(u"3-sign"_s);
    const int buttonX = kWindow.width() - 400;
    QList<QPoint> buttons;
    QTRY_VERIFY_WITH_TIMEOUT(!(buttons = middlesOfRuns(buttonX, 400, 20, colours.accent)).isEmpty(), kLong);
    click(buttons.last());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_signed), kLong);
    QTest::qWait(1500);
    keepPicture(u"4-signed"_s);
    checkSignedFile(2);

    press(u"Return"_s); // "Open signed file" has the focus
    QTRY_VERIFY_WITH_TIMEOUT(!middlesOfRuns(600, 50, 20, colours.neutral.ground).isEmpty(), kLong);
    QTest::qWait(1500);
    press(u"ctrl+g"_s);
    type(u"3"_s);
    press(u"Return"_s);
    QTRY_VERIFY_WITH_TIMEOUT(redPixels({ 400, 400, 400, 400 }) > 700, kLong); // its seals are shown
    QVERIFY2(middlesOfRuns(600, 50, 20, colours.good.ground).isEmpty(), "green before anyone checked who signed");
    QTest::qWait(500);
    keepPicture(u"5-signed-file"_s);
}

void tst_MainJob::byKeyboardAlone()
{
    startClient({ m_bid });
    QTRY_COMPARE_WITH_TIMEOUT(sealsInPalette().size(), 3, kLong);
    moveTo({ 1350, 890 });
    press(u"ctrl+g"_s);
    type(u"3"_s);
    press(u"Return"_s);
    QTest::qWait(1000);
    press(u"F6"_s); // thumbnails
    press(u"F6"_s); // pages
    press(u"F6"_s); // seals
    press(u"Home"_s);
    press(u"Return"_s);
    press(u"F6"_s);
    press(u"F6"_s);
    press(u"Down"_s); // the seal that was just placed goes down by a millimetre
    press(u"F6"_s);
    press(u"Down"_s);
    press(u"Return"_s);
    QTRY_VERIFY_WITH_TIMEOUT(redPixels({ 170, 60, 750, 720 }) > 1000, kLong);
    press(u"ctrl+s"_s);
    const auto& colours = style::colours(style::Appearance::Light);
    QTRY_VERIFY_WITH_TIMEOUT(middlesOfRuns(kWindow.width() - 40, 200, 60, colours.surface).size() >= 2, kLong);
    QTest::qWait(800);
    press(u"Return"_s); // the key used last is chosen already, or the first card has the focus
    QTest::qWait(300);
    type(kPin);
    press(u"Return"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_signed), kLong);
    QTest::qWait(800);
    checkSignedFile(2);
}

/// In UTF-8 or in UTF-16, in the memory of the client that took the keys one by one.
void tst_MainJob::aTypedPinStaysNowhere()
{
    QString pin;
    for (int i = 0; i < 12; ++i)
        pin += QChar(u'a' + QRandomGenerator::global()->bounded(26));
    startClient({ m_bid });
    QTRY_COMPARE_WITH_TIMEOUT(sealsInPalette().size(), 3, kLong);
    press(u"ctrl+s"_s);
    const auto& colours = style::colours(style::Appearance::Light);
    QList<QPoint> cards;
    QTRY_VERIFY_WITH_TIMEOUT(
        (cards = middlesOfRuns(kWindow.width() - 40, 200, 60, colours.surface)).size() >= 2, kLong);
    QTest::qWait(800);
    click(middlesOfRuns(kWindow.width() - 40, 200, 60, colours.surface).first());
    type(pin);
    press(u"Return"_s);
    // Wrong: the red notice is there.
    QTRY_VERIFY_WITH_TIMEOUT(!middlesOfRuns(kWindow.width() - 40, 300, 20, colours.bad.ground).isEmpty(), kLong);
    const auto found = test::occurrencesInMemory(m_client->processId(), pin);
    if (!found)
        QSKIP("only root may look into a process that is not dumpable");
    QCOMPARE(*found, 0);
    QVERIFY(!QFile::exists(m_signed));
}

int main(int argc, char* argv[])
{
    Screen screen;
    if (!screen.start())
        qFatal("Xvfb does not start");
    qputenv("DISPLAY", screen.name());
    qputenv("QT_QPA_PLATFORM", "xcb");
    QGuiApplication application(argc, argv);
    tst_MainJob test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_MainJob.moc"
