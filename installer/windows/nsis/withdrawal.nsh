# Takes back what registration.nsh offers for PDFs.

!define CLASSES Software\Classes

# Keys that others share go only when nobody has anything left in them.
Function ${UN}WithdrawFromPdf
  DeleteRegKey SHCTX "${CLASSES}\Applications\bidseal.exe"
  DeleteRegKey SHCTX "${CLASSES}\BidSeal.Document"
  DeleteRegValue SHCTX "${CLASSES}\.pdf\OpenWithProgids" BidSeal.Document
  DeleteRegKey /ifempty SHCTX "${CLASSES}\.pdf\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\.pdf"
  DeleteRegKey SHCTX "${CLASSES}\SystemFileAssociations\.pdf\shell\BidSeal.Sign"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\SystemFileAssociations\.pdf\shell"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\SystemFileAssociations\.pdf"
FunctionEnd

Function ${UN}TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' # SHCNE_ASSOCCHANGED
FunctionEnd
