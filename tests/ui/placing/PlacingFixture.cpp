#include "tests/ui/placing/PlacingFixture.h"

#include "ui/style/Notice.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSettings>

namespace bidseal::testing {

using namespace Qt::StringLiterals;

void useOwnSettings(const QTemporaryDir& folder)
{
    QCoreApplication::setOrganizationName(u"BidSeal test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
}

DialogDriver::DialogDriver(std::unique_ptr<placing::PlacingDialog> dialog)
    : m_dialog(std::move(dialog))
{
    QObject::connect(m_dialog.get(), &placing::PlacingDialog::chosen, m_dialog.get(),
        [this](const plan::Entry& entry) { m_chosen = entry; });
    m_dialog->show();
    m_dialog->activateWindow();
    (void)QTest::qWaitForWindowActive(m_dialog.get());
}

QString DialogDriver::count() const { return part<QLabel>("placingCount")->text(); }

QString DialogDriver::notice() const
{
    auto* const notice = part<style::Notice>("placingNotice");
    return notice->isVisible() ? notice->text().title + u' ' + notice->text().text : QString();
}

bool DialogDriver::canPlace() const { return part<QPushButton>("placingAccept")->isEnabled(); }

void DialogDriver::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_dialog.get(), key, modifiers);
}

void DialogDriver::type(const QString& text)
{
    for (const QChar character : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, character);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &press);
    }
}

bool DialogDriver::tabTo(const char* name)
{
    constexpr int kControls = 40;
    for (int tries = 0; tries < kControls; ++tries) {
        const QWidget* const focused = QApplication::focusWidget();
        if (focused && focused->objectName() == QLatin1StringView(name))
            return true;
        key(Qt::Key_Tab);
    }
    return false;
}

void DialogDriver::clickChoice(const char* name, int row)
{
    auto* const box = part<QComboBox>(name);
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(box->width() - 10, box->height() / 2));
    QVERIFY(QTest::qWaitForWindowExposed(box->view()->window()));
    QTest::qWait(QApplication::doubleClickInterval() / 10); // the popup ignores the click that opened it
    const QRect place = box->view()->visualRect(box->model()->index(row, 0));
    QTest::mouseMove(box->view()->viewport(), place.center());
    QTest::mouseClick(box->view()->viewport(), Qt::LeftButton, {}, place.center());
    QTRY_COMPARE(box->currentIndex(), row);
}

void DialogDriver::photograph(const QString& name) const
{
    const QString folder = qEnvironmentVariable("BIDSEAL_SCREENSHOTS");
    if (!folder.isEmpty())
        m_dialog->grab().save(QDir(folder).filePath(name + u".png"_s));
}

} // namespace bidseal::testing
