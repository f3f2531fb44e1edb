#pragma once

#include "core/key/mobile/MobileKey.h"
#include "core/signing/SigningFlow.h"
#include "ui/tasks/Lent.h"
#include "ui/tasks/Question.h"

namespace bidseal::signing {

enum class HolderAnswer { GoOn, UseAnother };
enum class UnknownAnswer { GoOn, Leave };

/// What the sheet and the thread that signs say to each other on the way: the phone's state and questions up, the
/// answers and the wish for a new code down. Shared by both; made on the GUI thread.
class SigningLine {
public:
    using ShowPhone = std::function<void(const key::MobileProgress&)>;
    using ShowHolder = std::function<void(const HolderQuestion&)>;
    using ShowUnknown = std::function<void(const std::vector<environment::CheckResult>&)>;

    /// All are called on the GUI thread, while `guard` lives.
    SigningLine(QObject* guard, ShowPhone showPhone, ShowHolder showHolder, ShowUnknown showUnknown)
        : m_phone(tasks::onGuiThread<key::MobileProgress>(guard, std::move(showPhone)))
        , m_holder(guard, std::move(showHolder))
        , m_unknown(guard, std::move(showUnknown))
    {
    }

    // On the GUI thread
    void renewCode()
    {
        m_key.call([](key::MobileKey& key) { key.renewCode(); });
    }
    void answer(HolderAnswer answer) { m_holder.answer(answer); }
    void answer(UnknownAnswer answer) { m_unknown.answer(answer); }

    // On the thread that signs
    [[nodiscard]] const key::MobileObserver& phoneObserver() const { return m_phone; }
    [[nodiscard]] tasks::Lent<key::MobileKey>& mobileKey() { return m_key; }
    [[nodiscard]] ConfirmHolder confirmHolder(std::stop_token stop)
    {
        return [this, stop](const HolderQuestion& question) -> Result<bool> {
            const auto answer = m_holder.ask(question, stop);
            if (!answer)
                return failure(answer.error());
            return *answer == HolderAnswer::GoOn;
        };
    }
    [[nodiscard]] ConfirmUnknown confirmUnknown(std::stop_token stop)
    {
        return [this, stop](const std::vector<environment::CheckResult>& unknown) -> Result<bool> {
            const auto answer = m_unknown.ask(unknown, stop);
            if (!answer)
                return failure(answer.error());
            return *answer == UnknownAnswer::GoOn;
        };
    }

private:
    key::MobileObserver m_phone;
    tasks::Question<HolderQuestion, HolderAnswer> m_holder;
    tasks::Question<std::vector<environment::CheckResult>, UnknownAnswer> m_unknown;
    tasks::Lent<key::MobileKey> m_key;
};

} // namespace bidseal::signing
