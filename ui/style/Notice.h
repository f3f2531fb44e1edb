#pragma once

#include "core/base/Error.h"
#include "ui/style/Icons.h"
#include "ui/style/Theme.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace bidseal::style {

/// What a Notice says. Icon, words and colour say the same: colour is never the only sign.
struct NoticeText {
    Tone tone = Tone::Neutral;
    QString title; ///< one short sentence
    QString text; ///< why, and what to do now; may be empty
    QString smallPrint; ///< the code for the hotline; may be empty
};

[[nodiscard]] NoticeText noticeFor(const Error& error);
[[nodiscard]] Glyph glyphFor(Tone tone);

/// A message that stands where it belongs instead of popping up: banner above a document, error inside a sheet.
/// Hidden until it has something to say; announced to screen readers when it does.
class Notice : public QFrame {
    Q_OBJECT
public:
    enum class Shape {
        Banner, ///< across the window, buttons at the end
        Card, ///< in a column, buttons below
    };

    explicit Notice(Shape shape, QWidget* parent = nullptr);

    void show(const NoticeText& text);
    void show(const NoticeText& text, Glyph glyph);
    void clear(); ///< hides it and removes its buttons
    /// A button that this message offers; gone with the next message.
    QPushButton* addAction(const QString& text);
    /// A widget among the buttons, such as a field; it stays ours and goes with the next message.
    void addWidget(QWidget* widget);

    [[nodiscard]] const NoticeText& text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void removeActions();
    void showColours();

    NoticeText m_text;
    Glyph m_glyph = Glyph::Info;
    Shape m_shape;
    QLabel* m_title = nullptr;
    QLabel* m_body = nullptr;
    QLabel* m_smallPrint = nullptr;
    QBoxLayout* m_actions = nullptr;
    QList<QWidget*> m_actionWidgets;
};

} // namespace bidseal::style
