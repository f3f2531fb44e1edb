#pragma once

#include "core/signing/SignerShares.h"
#include "ui/document/DocumentSession.h"
#include "ui/signing/SigningJob.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace bidseal::style {
class Notice;
struct NoticeText;
} // namespace bidseal::style

namespace bidseal::signing {

class KeyChooser;
class MarkStrip;
class MoreFiles;
class MoreFilesList;
class PinArea;
class SignerSection;

/// What will be signed, with which key, and the PIN or what the phone will ask: everything before a signature, on one
/// page.
class SigningForm : public QWidget {
    Q_OBJECT
public:
    SigningForm(KeyWatch& watch, const SigningSurroundings& surroundings, QWidget* parent = nullptr);

    void begin(document::DocumentSession& session);
    /// Back after an attempt that did not end in a signed file: says why, and puts the cursor where it helps.
    void resume(const Error& error);
    /// The PIN leaves with it.
    [[nodiscard]] SigningOrder takeOrder();
    void forgetPin();
    /// What a checklist still asks for: while there is anything, the file is not ready to be signed.
    void setChecklistMissing(const QStringList& titles);
    void focusFirst();

    [[nodiscard]] KeyChooser& keys() { return *m_keys; }
    [[nodiscard]] MoreFiles& moreFiles() { return *m_more; }

Q_SIGNALS:
    void signRequested();
    void closeRequested();
    void selfCheckRequested();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildHeader();
    QWidget* buildContents(KeyWatch& watch, std::shared_ptr<const Clock> clock);
    QWidget* buildFooter();
    void suggestOutput();
    void setOutput(const QString& path, ExistingOutput existing);
    void changeOutput();
    void showMarks();
    void followMarks();
    void followChoice();
    void showOutput();
    void checkMaySign();
    void checkComputer();
    void showFitness(const environment::Report& report);
    void showFurtherSigners(const std::vector<SignerShare>& shares);
    [[nodiscard]] style::NoticeText noticeAbout(const Error& error) const;
    void offerWayOut(ErrorCode code);
    void updateSignButton();
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] QString fieldName() const; ///< that a plan wants to be signed into
    void signIntoField(SigningRequest& request) const;
    /// The documents with one signer's seals.
    [[nodiscard]] std::vector<SigningRequest> requestsWith(const std::vector<seal::PlacedSeal>& seals) const;

    QPointer<document::DocumentSession> m_session;
    QString m_output;
    ExistingOutput m_existingOutput = ExistingOutput::Refuse;
    QString m_keyId;
    tasks::BackgroundTask m_check;
    tasks::BackgroundTask m_computerCheck;
    std::shared_ptr<environment::SigningGate> m_gate;
    bool m_documentMaySign = true;
    bool m_computerMaySign = true;
    QStringList m_checklistMissing;
    std::shared_ptr<const Clock> m_clock;
    KeyWatch& m_watch;
    std::vector<seal::PlacedSeal> m_firstSeals; ///< of the first signer
    bool m_focusSign = false; ///< the button gets the focus when it can be pressed

    QLabel* m_file = nullptr;
    QLabel* m_marksText = nullptr;
    MarkStrip* m_marks = nullptr;
    QLabel* m_outputName = nullptr;
    QPushButton* m_changeOutput = nullptr;
    MoreFiles* m_more = nullptr;
    MoreFilesList* m_moreList = nullptr;
    KeyChooser* m_keys = nullptr;
    QLabel* m_keyTitle = nullptr;
    QVBoxLayout* m_signerLayout = nullptr;
    std::vector<SignerSection*> m_further; ///< signers; as many as were ever needed
    int m_furtherCount = 0; ///< of them that are needed now
    PinArea* m_pin = nullptr;
    style::Notice* m_fitness = nullptr; ///< what of this computer stands in the way
    style::Notice* m_missing = nullptr; ///< what a checklist asks for
    style::Notice* m_notice = nullptr;
    QScrollArea* m_scroll = nullptr;
    QPushButton* m_sign = nullptr;
};

} // namespace bidseal::signing
