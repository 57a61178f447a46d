"use strict";
exports.accepts = validate10;
const schema11 = {"type":"object","additionalProperties":false,"required":["nonce_str","transaction_id","amount","type","scene","refund_id"],"properties":{"sub_mch_id":{"type":"string","minLength":1,"maxLength":32},"nonce_str":{"type":"string","minLength":1,"maxLength":32},"transaction_id":{"type":"string","minLength":1,"maxLength":32},"amount":{"type":"integer","minimum":1,"maximum":9007199254740991},"type":{"type":"string","enum":["SERVICE_FEE_INCOME"]},"scene":{"type":"string","enum":["REFUND_TICKET","CHANGE_TICKET","RETURN_GOODS"]},"refund_id":{"type":"string","minLength":1,"maxLength":64}}};
const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.nonce_str === undefined) && (missing0 = "nonce_str")) || ((data.transaction_id === undefined) && (missing0 = "transaction_id"))) || ((data.amount === undefined) && (missing0 = "amount"))) || ((data.type === undefined) && (missing0 = "type"))) || ((data.scene === undefined) && (missing0 = "scene"))) || ((data.refund_id === undefined) && (missing0 = "refund_id"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "sub_mch_id") || (key0 === "nonce_str")) || (key0 === "transaction_id")) || (key0 === "amount")) || (key0 === "type")) || (key0 === "scene")) || (key0 === "refund_id"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.sub_mch_id !== undefined){
let data0 = data.sub_mch_id;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length > 32 && func2(data0) > 32){
return false;
}
else {
if(data0.length < 2 && func2(data0) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nonce_str !== undefined){
let data1 = data.nonce_str;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length > 32 && func2(data1) > 32){
return false;
}
else {
if(data1.length < 2 && func2(data1) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.transaction_id !== undefined){
let data2 = data.transaction_id;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length > 32 && func2(data2) > 32){
return false;
}
else {
if(data2.length < 2 && func2(data2) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
let data3 = data.amount;
const _errs8 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
return false;
}
if(errors === _errs8){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 9007199254740991 || isNaN(data3)){
return false;
}
else {
if(data3 < 1 || isNaN(data3)){
return false;
}
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.type !== undefined){
let data4 = data.type;
const _errs10 = errors;
if(typeof data4 !== "string"){
return false;
}
if(!(data4 === "SERVICE_FEE_INCOME")){
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.scene !== undefined){
let data5 = data.scene;
const _errs12 = errors;
if(typeof data5 !== "string"){
return false;
}
if(!(((data5 === "REFUND_TICKET") || (data5 === "CHANGE_TICKET")) || (data5 === "RETURN_GOODS"))){
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.refund_id !== undefined){
let data6 = data.refund_id;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data6 === "string"){
if(data6.length > 64 && func2(data6) > 64){
return false;
}
else {
if(data6.length < 2 && func2(data6) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
