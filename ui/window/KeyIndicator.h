#pragma once

#include <QWidget>

namespace bidseal::signing {
class KeyWatch;
}

namespace bidseal::window {

/// Which key is plugged in, in the toolbar.
class KeyIndicator : public QWidget {
    Q_OBJECT
public:
    explicit KeyIndicator(signing::KeyWatch& keys, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    signing::KeyWatch& m_keys;
    QString m_text;
    bool m_present = false;
};

} // namespace bidseal::window
