#pragma once

#include "ui/environment/SelfCheckModel.h"
#include "ui/style/Icons.h"
#include "ui/style/Theme.h"

#include <QWidget>

/// How the self-check's results look: a glyph and a colour, always beside their word.
namespace bidseal::environment {

struct Sign {
    style::Glyph glyph = style::Glyph::Info;
    QColor colour;
};

[[nodiscard]] Sign signFor(Outcome outcome);

/// The shield in the head of a page and in the toolbar.
[[nodiscard]] Sign signFor(SelfCheckModel::State state);
/// A whole sentence: "This computer is fit to sign on."
[[nodiscard]] QString sentenceFor(SelfCheckModel::State state);

/// A glyph as part of a page.
class SignView : public QWidget {
    Q_OBJECT
public:
    SignView(int side, QWidget* parent);

    void show(std::function<Sign()> sign); ///< asked anew whenever it is painted, so that it follows the palette

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::function<Sign()> m_sign;
};

} // namespace bidseal::environment
