#include "ui/environment/OutcomeSigns.h"

#include "core/environment/ShownWords.h"

#include <QPainter>

namespace bidseal::environment {

Sign signFor(Outcome outcome)
{
    const auto& colours = style::colours();
    switch (outcome) {
    case Outcome::NotApplicable:
        return { style::Glyph::ZoomOut, colours.quietText };
    case Outcome::Passed:
        return { style::Glyph::Good, colours.quietText };
    case Outcome::Warning:
        return { style::Glyph::Caution, colours.caution.text };
    case Outcome::CouldNotTell:
        return { style::Glyph::Question, colours.caution.text };
    case Outcome::Failed:
        return { style::Glyph::Bad, colours.bad.text };
    }
    Q_UNREACHABLE();
}

Sign signFor(SelfCheckModel::State state)
{
    const auto& colours = style::colours();
    switch (state) {
    case SelfCheckModel::State::Looking:
        return { style::Glyph::Shield, colours.quietText };
    case SelfCheckModel::State::Ready:
        return { style::Glyph::ShieldGood, colours.good.text };
    case SelfCheckModel::State::Undecided:
        return { style::Glyph::ShieldCaution, colours.caution.text };
    case SelfCheckModel::State::NotFit:
        return { style::Glyph::ShieldBad, colours.bad.text };
    }
    Q_UNREACHABLE();
}

QString sentenceFor(SelfCheckModel::State state)
{
    switch (state) {
    case SelfCheckModel::State::Looking:
        return SelfCheckModel::tr("Looking whether this computer is fit to sign on…");
    case SelfCheckModel::State::Ready:
        return shownSentenceFor(Verdict::Fit);
    case SelfCheckModel::State::Undecided:
        return shownSentenceFor(Verdict::Undecided);
    case SelfCheckModel::State::NotFit:
        return shownSentenceFor(Verdict::Unfit);
    }
    Q_UNREACHABLE();
}

SignView::SignView(int side, QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(side, side);
}

void SignView::show(std::function<Sign()> sign)
{
    m_sign = std::move(sign);
    update();
}

void SignView::paintEvent(QPaintEvent*)
{
    if (!m_sign)
        return;
    QPainter painter(this);
    const auto sign = m_sign();
    style::paintGlyph(painter, sign.glyph, rect(), sign.colour);
}

} // namespace bidseal::environment
