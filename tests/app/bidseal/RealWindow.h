#pragma once

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

/// The client in a real window on an X server of its own, seen and operated as by a person.
namespace bidseal::test {

inline constexpr int kLong = 60000; ///< ms
/// The window's first size; without a window manager it stands at 0, 0.
inline constexpr QSize kWindow(1280, 820);

/// Beside this test, or in the folder of BIDSEAL_TEST_PROGRAMS, by which the same test drives the Windows client.
[[nodiscard]] QString program(const QString& name);

/// An X server of our own, with nothing but the program on it.
class Screen {
public:
    [[nodiscard]] bool start();
    ~Screen();
    [[nodiscard]] const QByteArray& name() const { return m_name; }

private:
    QProcess m_server;
    QByteArray m_name;
};

void press(const QString& keys);
void type(const QString& text);
void moveTo(QPoint point);
void click(QPoint point);
/// As a hand does it: press, many small steps, a moment of rest, release.
void drag(QPoint from, QPoint to);

[[nodiscard]] QImage shot();
/// For people: into the folder that BIDSEAL_SCREENSHOTS names, if any.
void keepPicture(const QString& name);
[[nodiscard]] int redPixels(const QRect& area);
/// Where in a column of the screen something of one colour begins and ends, at least `smallest` pixels high.
[[nodiscard]] QList<QPoint> middlesOfRuns(int x, int top, int smallest, const QColor& colour);
/// The pictures of the seals in the palette, from top to bottom.
[[nodiscard]] QList<QPoint> sealsInPalette();

/// A folder with the demonstration's files and token, and the client that works there.
class Workplace {
public:
    /// False where the demonstration cannot be made.
    [[nodiscard]] bool prepare();
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString bid() const { return file(QStringLiteral("示例投标文件.pdf")); }
    [[nodiscard]] QString signedBid() const { return file(QStringLiteral("示例投标文件_已签章.pdf")); }

    [[nodiscard]] bool startClient(const QStringList& arguments);
    void stopClient();
    [[nodiscard]] QProcess& client() { return *m_client; }

private:
    [[nodiscard]] bool takeKeyboard();

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_client;
};

} // namespace bidseal::test
