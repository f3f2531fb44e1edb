#pragma once

#include <mutex>

namespace bidseal::tasks {

/// A way to speak to an object of a working thread from the GUI thread, for as long as it is there. What is called
/// must be allowed on any thread and quick.
template <class Object> class Lent {
public:
    /// Lends for its own lifetime.
    class Loan {
    public:
        Loan(Lent& lent, Object& object)
            : m_lent(lent)
        {
            m_lent.set(&object);
        }
        ~Loan() { m_lent.set(nullptr); }
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;

    private:
        Lent& m_lent;
    };

    /// Nothing happens where nothing is lent.
    template <class Call> void call(Call call)
    {
        const std::lock_guard lock(m_mutex);
        if (m_object)
            call(*m_object);
    }

private:
    void set(Object* object)
    {
        const std::lock_guard lock(m_mutex);
        m_object = object;
    }

    std::mutex m_mutex;
    Object* m_object = nullptr;
};

} // namespace bidseal::tasks
