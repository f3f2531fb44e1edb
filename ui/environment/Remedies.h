#pragma once

#include "core/environment/Finding.h"
#include "ui/style/Notice.h"

#include <QObject>
#include <QSet>

class QWidget;

namespace bidseal::signing {
class KeyWatch;
}

namespace bidseal::environment {

/// Does what a finding's button offers, and says for which check it is worth looking again.
class Remedies : public QObject {
    Q_OBJECT
public:
    /// Dialogs belong to `page`.
    Remedies(signing::KeyWatch& keys, QWidget* page);

    void carryOut(const QString& checkId, const Remedy& remedy);
    /// Somebody who was sent elsewhere, to the system's settings, is back in this window.
    void cameBack();

Q_SIGNALS:
    void carriedOut(const QStringList& checkIds);
    void driversChanged();
    void failed(const bidseal::style::NoticeText& why);

private:
    void openLink(const QString& checkId, const QUrl& link);
    void makePrivate(const QString& checkId, const QString& folder);
    void addDriver(const QString& checkId);
    void chooseRelay(const QString& checkId);

    signing::KeyWatch& m_keys;
    QWidget* m_page;
    QSet<QString> m_elsewhere; ///< checks whose remedy is done outside of this window
};

} // namespace bidseal::environment
