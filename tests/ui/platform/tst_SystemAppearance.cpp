#include "ui/platform/SystemAppearance.h"
#include "ui/style/Theme.h"

#include <QApplication>
#include <QSettings>
#include <QTest>
#include <QWidget>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

using namespace Qt::StringLiterals;
using bidseal::platform::Appearance;

#ifdef Q_OS_WIN

namespace {

const auto kPlace = uR"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize)"_s;
const auto kLight = u"AppsUseLightTheme"_s;

/// As a person who changes it in the settings.
void choose(Appearance appearance)
{
    QSettings(kPlace, QSettings::NativeFormat).setValue(kLight, appearance == Appearance::Light ? 1 : 0);
}

/// As the system does then, to every window.
void tellOfColours(QWidget& window, const wchar_t* what = L"ImmersiveColorSet")
{
    SendMessageW(reinterpret_cast<HWND>(window.winId()), WM_SETTINGCHANGE, 0, reinterpret_cast<LPARAM>(what));
}

} // namespace

class tst_SystemAppearance : public QObject {
    Q_OBJECT
public:
    /// Only a real window hears what the system says.
    static void initMain() { qputenv("QT_QPA_PLATFORM", "windows"); }

private Q_SLOTS:
    void initTestCase() { m_before = QSettings(kPlace, QSettings::NativeFormat).value(kLight); }
    void cleanupTestCase()
    {
        QSettings settings(kPlace, QSettings::NativeFormat);
        m_before.isValid() ? settings.setValue(kLight, m_before) : settings.remove(kLight);
    }

    void isWhatThePersonChose()
    {
        choose(Appearance::Dark);
        QCOMPARE(bidseal::platform::systemAppearance(), Appearance::Dark);
        choose(Appearance::Light);
        QCOMPARE(bidseal::platform::systemAppearance(), Appearance::Light);
    }

    void aChangeIsToldOnceAndToTheLivingOnly()
    {
        choose(Appearance::Light);
        QWidget window;
        window.show();
        QList<Appearance> told;
        auto guard = std::make_unique<QObject>();
        bidseal::platform::onAppearanceChange(guard.get(), [&told](Appearance now) { told << now; });
        choose(Appearance::Dark);
        tellOfColours(window, L"Policy");
        QCOMPARE(told, QList<Appearance>());
        tellOfColours(window);
        tellOfColours(window);
        QCOMPARE(told, QList<Appearance> { Appearance::Dark });
        guard.reset();
        choose(Appearance::Light);
        tellOfColours(window);
        QCOMPARE(told.size(), 1);
    }

    void theProgramFollowsWhileItRuns()
    {
        choose(Appearance::Light);
        bidseal::style::applyTheme(*qApp);
        QWidget window;
        window.show();
        const auto light = qApp->palette().color(QPalette::Window);
        QVERIFY(light.lightness() > 128);
        choose(Appearance::Dark);
        tellOfColours(window);
        QVERIFY(qApp->palette().color(QPalette::Window).lightness() < 128);
    }

private:
    QVariant m_before;
};

#else

class tst_SystemAppearance : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isTheDesktopsPalette_data()
    {
        QTest::addColumn<QColor>("window");
        QTest::addColumn<Appearance>("appearance");
        QTest::newRow("light") << QColor(0xF0F0F0) << Appearance::Light;
        QTest::newRow("dark") << QColor(0x202020) << Appearance::Dark;
    }
    void isTheDesktopsPalette()
    {
        QFETCH(QColor, window);
        qApp->setPalette(QPalette(Qt::gray, window));
        QTEST(bidseal::platform::systemAppearance(), "appearance");
    }

    void theEnvironmentHasTheLastWord()
    {
        qApp->setPalette(QPalette(Qt::gray, QColor(0xF0F0F0)));
        qputenv("BIDSEAL_APPEARANCE", "dark");
        bidseal::style::applyTheme(*qApp);
        QVERIFY(qApp->palette().color(QPalette::Window).lightness() < 128);
        qunsetenv("BIDSEAL_APPEARANCE");
    }
};

#endif

QTEST_MAIN(tst_SystemAppearance)
#include "tst_SystemAppearance.moc"
