#include "tests/app/bidseal/RealWindow.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QPixmap>
#include <QScreen>
#include <QTest>

using namespace Qt::StringLiterals;

namespace bidseal::test {

namespace {

void xdotool(const QStringList& arguments)
{
    if (QProcess::execute(u"xdotool"_s, arguments) != 0)
        qWarning() << "xdotool" << arguments;
}

/// What it says, if it can be done already.
QByteArray answerOf(const QStringList& arguments)
{
    QProcess xdotool;
    xdotool.start(u"xdotool"_s, arguments);
    return xdotool.waitForFinished(kLong) ? xdotool.readAllStandardOutput() : QByteArray();
}

bool isSealRed(QRgb pixel) { return qRed(pixel) > 150 && qGreen(pixel) < 90 && qBlue(pixel) < 90; }

bool isAbout(QRgb pixel, const QColor& colour)
{
    return std::abs(qRed(pixel) - colour.red()) + std::abs(qGreen(pixel) - colour.green())
        + std::abs(qBlue(pixel) - colour.blue())
        < 12;
}

} // namespace

QString program(const QString& name)
{
    const auto folder = qEnvironmentVariable("BIDSEAL_TEST_PROGRAMS", QCoreApplication::applicationDirPath());
    return QDir(folder).filePath(name);
}

bool Screen::start()
{
    m_server.start(
        u"Xvfb"_s, { u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1360x900x24"_s, u"-nolisten"_s, u"tcp"_s });
    while (!m_server.canReadLine())
        if (!m_server.waitForReadyRead(20000))
            return false;
    m_name = ":" + m_server.readLine().trimmed();
    return true;
}

Screen::~Screen()
{
    m_server.terminate();
    m_server.waitForFinished(3000);
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

int redPixels(const QRect& area)
{
    const auto image = shot();
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            count += isSealRed(image.pixel(x, y));
    return count;
}

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

bool Workplace::prepare()
{
    QProcess demonstration;
    demonstration.start(program(u"bidseal-demonstration"_s), { m_folder.path() });
    if (!demonstration.waitForFinished(kLong) || demonstration.exitCode() != 0)
        return false;
    QDir(m_folder.path()).mkdir(u"run"_s);
    return QFile::setPermissions(file(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)
        && QFile::exists(bid());
}

bool Workplace::startClient(const QStringList& arguments)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"BIDSEAL_DATA_DIR"_s, file(u"data"_s));
    environment.insert(u"SOFTHSM2_CONF"_s, file(u"token/softhsm2.conf"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, file(u"run"_s));
    if (!environment.contains(u"BIDSEAL_LANGUAGE"_s))
        environment.insert(u"BIDSEAL_LANGUAGE"_s, u"zh_CN"_s);
    environment.insert(u"BIDSEAL_APPEARANCE"_s, u"light"_s); // the tests look for its colours
    m_client = std::make_unique<QProcess>();
    m_client->setProcessEnvironment(environment);
    m_client->setProcessChannelMode(QProcess::ForwardedChannels);
    moveTo({ 640, 880 }); // nothing is hovered
    m_client->start(program(u"bidseal"_s), arguments);
    if (!m_client->waitForStarted())
        return false;
    return takeKeyboard();
}

/// Without a window manager the keyboard goes where it is told. Wine makes windows that are gone at once, and sets its
/// own down where a frame would leave them.
bool Workplace::takeKeyboard()
{
    const QStringList search { u"search"_s, u"--onlyvisible"_s, u"--pid"_s, QString::number(m_client->processId()) };
    return QTest::qWaitFor(
        [&] {
            const auto window = QString::fromLatin1(answerOf(search).trimmed());
            answerOf({ u"windowmove"_s, window, u"0"_s, u"0"_s });
            answerOf({ u"windowfocus"_s, window });
            QTest::qWait(300);
            return !window.isEmpty() && answerOf({ u"getwindowgeometry"_s, window }).contains("Position: 0,0 ")
                && answerOf({ u"getwindowfocus"_s }).trimmed() == window.toLatin1();
        },
        kLong);
}

void Workplace::stopClient()
{
    if (!m_client)
        return;
    m_client->terminate();
    m_client->waitForFinished(5000);
    m_client.reset();
}

} // namespace bidseal::test
