#include "ui/tasks/GuiThread.h"

#include <QPointer>
#include <QThread>

#include <memory>

namespace bidseal::tasks {

namespace {

/// Lives on the GUI thread; a working thread may hold the last reference.
struct Courier : QObject {
    QPointer<QObject> guard;
};

std::shared_ptr<Courier> makeCourier(QObject* guard)
{
    // As in BackgroundTask: the object belongs to this thread, the last reference may fall on another.
    std::shared_ptr<Courier> courier(new Courier, [](Courier* last) {
        if (last->thread() == QThread::currentThread())
            delete last;
        else
            last->deleteLater();
    });
    courier->guard = guard;
    return courier;
}

} // namespace

GuiThread guiThread(QObject* guard)
{
    Q_ASSERT(guard);
    return [courier = makeCourier(guard)](std::function<void()> call) {
        QMetaObject::invokeMethod(
            courier.get(),
            [courier, call = std::move(call)] {
                if (courier->guard)
                    call();
            },
            Qt::QueuedConnection);
    };
}

} // namespace bidseal::tasks
