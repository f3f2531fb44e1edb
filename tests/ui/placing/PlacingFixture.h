#pragma once

#include "tests/ui/document/DocumentFixture.h"
#include "ui/placing/PlacingDialog.h"

#include <QTest>

#include <optional>

namespace bidseal::testing {

/// Settings in a folder of their own, as an installed program has them.
void useOwnSettings(const QTemporaryDir& folder);

/// A placing dialog as a person meets it: what it says, and how it is driven.
class DialogDriver {
public:
    explicit DialogDriver(std::unique_ptr<placing::PlacingDialog> dialog);
    DialogDriver(const DialogDriver&) = delete;
    DialogDriver& operator=(const DialogDriver&) = delete;

    template <class Widget> [[nodiscard]] Widget* part(const char* name) const
    {
        return m_dialog->findChild<Widget*>(QString::fromLatin1(name));
    }
    [[nodiscard]] placing::PlacingDialog& dialog() const { return *m_dialog; }
    [[nodiscard]] QString count() const; ///< "Seals: 3 · pages: 3"
    [[nodiscard]] QString notice() const; ///< empty while nothing is said
    [[nodiscard]] bool canPlace() const;
    /// What was chosen; nothing before.
    [[nodiscard]] const std::optional<plan::Entry>& chosen() const { return m_chosen; }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}); ///< to whatever has the focus
    void type(const QString& text);
    /// By Tab, until the control of this name has the focus. False where it is never reached.
    [[nodiscard]] bool tabTo(const char* name);
    /// Opens a combo box by the mouse and clicks this row.
    void clickChoice(const char* name, int row);
    /// Where somebody wants to look at it (BIDSEAL_SCREENSHOTS).
    void photograph(const QString& name) const;

private:
    std::unique_ptr<placing::PlacingDialog> m_dialog;
    std::optional<plan::Entry> m_chosen;
};

} // namespace bidseal::testing
